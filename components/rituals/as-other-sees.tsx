'use client'
import { TypeList } from '@/components/intimacy/type-mark'
import { useMinute } from '@/components/people/use-minute'
import type { ZonedPeople } from '@/components/people/two-times'
import { Panel } from '@/components/ui/panel'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { rhythmInWords } from '@/lib/rituals/in-words'
import { rhythmOf, type ProposalDraft, type ProposalWriter } from '@/lib/rituals/proposal'
import { titleAsHeading } from '@/lib/rituals/title'

type AsOtherSeesProps = ZonedPeople &
  Readonly<{
    draft: ProposalDraft
    writer: ProposalWriter
    /** The line above the title, as the partner reads it. */
    overline: string
    serverNow: number
  }>

/** What the partner will see of a proposal, by their own clock. On a phone there is no room for it. */
export function AsOtherSees({ draft, writer, overline, serverNow, partner, locale }: AsOtherSeesProps) {
  const t = useTranslations(ritualsMessages, 'propose')
  const now = useMinute(serverNow)
  const rhythm = rhythmOf(draft, writer)
  if (!partner) return null
  const title = titleAsHeading(draft.title)
  return (
    <section aria-labelledby="as-other" className="hidden wide:block">
      <h2 id="as-other" className="type-heading mb-3 wrap-anywhere">
        {t('asOther', { name: partner.name })}
      </h2>
      <Panel className="min-h-40">
        <p className="type-overline wrap-anywhere">{overline}</p>
        {title === '' ? (
          // what an empty field shows, in its colour
          <p className="mt-1 type-title text-ink-3">{titleAsHeading(t('whatHolder'))}</p>
        ) : (
          <p dir="auto" className="mt-1 type-title wrap-anywhere">
            {title}
          </p>
        )}
        {rhythm ? (
          <p className="mt-2.5 text-ink-2">{rhythmInWords(rhythm, { locale, zone: partner.zone, now })}.</p>
        ) : null}
        <TypeList locale={locale} types={draft.types} className="mt-3" />
      </Panel>
    </section>
  )
}
