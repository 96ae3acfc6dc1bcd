import { Icon } from '@/components/ui/icon'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import type { TermsChange } from '@/lib/rituals/changes'

type TermChangesProps = Readonly<{
  changes: readonly TermsChange[]
  /** Whether the terms on the left are agreed ones; else they are a proposal's. */
  holds: boolean
  locale: string
}>

/** What other terms would change, with a line for each change: as it is, and as it would be. */
export function TermChanges({ changes, holds, locale }: TermChangesProps) {
  const t = translate(locale, ritualsMessages)
  if (changes.length === 0) return null
  return (
    <dl className="lined">
      {changes.map(({ what, before, after }) => (
        <div key={what} className="py-3">
          <dt className="text-small text-ink-3">{t(`terms.what.${what}`)}</dt>
          <dd className="mt-0.5 grid grid-cols-1 gap-x-3 gap-y-0.5 columns:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
            <span className="min-w-0 text-ink-2">
              <VisuallyHidden>{t(holds ? 'terms.now' : 'terms.before')}: </VisuallyHidden>
              {before}
            </span>
            <span className="hidden pt-1 text-ink-3 columns:block">
              <Icon icon="arrow-right" size={16} />
            </span>
            <span className="flex min-w-0 gap-2 font-bold">
              <span className="pt-1 font-normal text-ink-3 columns:hidden">
                <Icon icon="arrow-right" size={16} />
              </span>
              <span className="min-w-0">
                <VisuallyHidden>{t('terms.suggested')}: </VisuallyHidden>
                {after}
              </span>
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
