'use client'
import { useMinute } from '@/components/people/use-minute'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { rhythmOf, type ProposalDraft } from '@/lib/rituals/proposal'
import { nextOccurrences } from '@/lib/rituals/recurrence'
import type { WeekStart } from '@/lib/time/week'
import { NextDates } from './next-dates'
import type { ZonedPeople } from '@/components/people/two-times'

const SHOWN = 4

type PreviewProps = ZonedPeople & Readonly<{ draft: ProposalDraft; weekStart: WeekStart; serverNow: number }>

/** The next dates of the draft, for both. It keeps its height, so that nothing jumps while fields are filled in. */
export function Preview({ draft, weekStart, serverNow, ...people }: PreviewProps) {
  const t = useTranslations(ritualsMessages, 'propose')
  const now = useMinute(serverNow)
  const rhythm = rhythmOf(draft, weekStart)
  return (
    <section aria-labelledby="preview" className="min-h-56">
      <h2 id="preview" className="type-heading mb-3">
        {t('preview')}
      </h2>
      {rhythm ? (
        <NextDates dates={nextOccurrences(rhythm, now, SHOWN)} {...people} />
      ) : (
        <p className="text-small text-ink-3">{t('previewNone')}</p>
      )}
    </section>
  )
}
