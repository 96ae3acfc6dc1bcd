'use client'
import type { TwoPeople } from '@/components/people/two-people'
import { Icon } from '@/components/ui/icon'
import type { Saving } from '@/lib/device/drafts'
import { journalMessages } from '@/lib/messages/rooms/journal'
import type { Translate } from '@/lib/messages/translate'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatTime } from '@/lib/time/format'
import type { Zone } from '@/lib/time/zone'
import type { usePageDraft } from './use-page-draft'
import { OnlyYou } from './who-reads'
import { NativeButton } from '@/components/ui/native-button'

type SavingLineProps = Readonly<{ saving: Saving; locale: string; zone: Zone; onRetry: () => void }>

type PrivateSavingProps = Readonly<{ draft: ReturnType<typeof usePageDraft>; people: TwoPeople }>

/** Who reads a page that is being written, and whether it is saved. */
export const PrivateSaving = ({ draft: { body, saving, saver }, people: { me, locale } }: PrivateSavingProps) => (
  <>
    <OnlyYou wasShared={(body.sharedAs ?? []).length > 0} />
    <SavingLine saving={saving} locale={locale} zone={me.zone} onRetry={() => void saver.flush()} />
  </>
)

/** Whether the text is saved, always in the same spot. After a failure a tap retries. */
function SavingLine({ saving, locale, zone, onRetry }: SavingLineProps) {
  const t = useTranslations(journalMessages)
  const words = saving.is === 'saved' ? t('write.saved', { time: formatTime(saving.at, locale, zone) }) : null
  return (
    <>
      {/* Screen readers announce the first save and failures, not every save. */}
      <span role="status" className="sr-only">
        {saving.is === 'failed' ? describeSaveFailure(saving, t) : words}
      </span>
      {saving.is === 'failed' ? (
        <NativeButton
          className="reach gap-2 text-small font-strong text-danger-text underline underline-offset-4"
          onClick={onRetry}
        >
          <Icon icon="cloud-off" size={17} />
          {describeSaveFailure(saving, t)}
        </NativeButton>
      ) : (
        <span aria-hidden="true" className="inline-flex min-h-6 items-center gap-2 text-small text-ink-3">
          {saving.is === 'saving' ? (
            t('write.saving')
          ) : words ? (
            <>
              <Icon icon="check" size={16} />
              {words}
            </>
          ) : null}
        </span>
      )}
    </>
  )
}

function describeSaveFailure(
  { code }: Extract<Saving, { is: 'failed' }>,
  t: Translate<typeof journalMessages.en>,
): string {
  if (code === 'storage-full') return t('write.full')
  if (code === 'storage-unavailable') return t('write.noStorage')
  if (code === 'storage-stuck') return t('write.stuck')
  return code === 'too-long' ? t('failure.tooLong') : t('write.notSaved')
}
