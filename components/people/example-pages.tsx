import { TypeMark } from '@/components/intimacy/type-mark'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { exampleMessages } from '@/lib/messages/rooms/example'
import { translate } from '@/lib/messages/translate'
import { BothMarks, PartnerMark } from './partner-mark'

const sheet = 'rounded-panel border border-line bg-surface px-6 py-5'
const readers = 'mb-2 flex items-center gap-2 text-small text-ink-3'

type ExamplePageProps = Readonly<{
  locale: string
  /** Instead of who reads it: that it is an example. */
  note?: string
  className?: string
}>

/** A made-up private page, for a place where there is none yet. */
export function ExamplePage({ locale, note, className }: ExamplePageProps) {
  const t = translate(locale, exampleMessages)
  return (
    <div className={classes(sheet, className)}>
      <p className={readers}>
        {note ?? (
          <>
            <Icon icon="lock" size={15} />
            {t('onlyYou')}
          </>
        )}
      </p>
      <p className="type-letter-small">{t('own')}</p>
    </div>
  )
}

/** A made-up private page and a shared one with its reply: who reads what. */
export function ExamplePages({ locale }: { locale: string }) {
  const t = translate(locale, exampleMessages)
  return (
    <>
      <ExamplePage locale={locale} className="me-10" />
      <div className={`${sheet} ms-10 mt-5`}>
        <p className={readers}>
          <BothMarks />
          {t('both')}
        </p>
        <p className="type-letter-small">{t('shared')}</p>
        <p className="mt-2.5">
          <TypeMark type="experiential" locale={locale} size="small" />
        </p>
        <p className="mt-3.5 flex items-baseline gap-2.5 border-t border-line pt-3.5 text-ink-2">
          <PartnerMark slot={2} className="relative top-px" />
          <span className="type-letter-small min-w-0 text-ink">{t('reply')}</span>
        </p>
      </div>
      <p className="ms-10 mt-3.5 px-6 text-small text-ink-3">{t('caption')}</p>
    </>
  )
}
