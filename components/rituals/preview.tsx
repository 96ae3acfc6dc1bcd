'use client'
import { useMinute } from '@/components/people/use-minute'
import type { ZonedPeople } from '@/components/people/two-times'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { rhythmOf, type ProposalDraft, type ProposalWriter } from '@/lib/rituals/proposal'
import { nextOccurrences, type Occurrence } from '@/lib/rituals/recurrence'
import { cityOf } from '@/lib/time/city'
import { dayIn, weekday } from '@/lib/time/day'
import { wallTimeIn } from '@/lib/time/wall-time'
import { NextDates } from './next-dates'

const SHOWN = 3

type PreviewProps = ZonedPeople & Readonly<{ draft: ProposalDraft; writer: ProposalWriter; serverNow: number }>

/** The next dates of the draft, for both. It keeps its height, so that nothing jumps while fields are filled in. */
export function Preview({ draft, writer, serverNow, ...people }: PreviewProps) {
  const t = useTranslations(ritualsMessages, 'propose')
  const now = useMinute(serverNow)
  const rhythm = rhythmOf(draft, writer)
  const dates = rhythm ? nextOccurrences(rhythm, now, SHOWN) : []
  return (
    <section aria-labelledby="preview" className="min-h-31">
      <h2 id="preview" className="type-heading mb-2">
        {t('preview')}
      </h2>
      {rhythm ? (
        <>
          <NextDates dates={dates} look="brief" {...people} />
          {dates.some((date) => !isAsTyped(date, draft, writer)) ? (
            <p className="mt-2 text-small text-ink-3">{t('otherDates', { city: cityOf(rhythm.zone) })}</p>
          ) : null}
        </>
      ) : (
        <p className="text-small text-ink-3">{t('previewNone')}</p>
      )}
    </section>
  )
}

/** Whether a date is on a typed weekday at the typed time, by the writer's clock: where a ritual keeps another, not all are. */
const isAsTyped = ({ start }: Occurrence, { weekdays, time }: ProposalDraft, { zone }: ProposalWriter): boolean =>
  wallTimeIn(start, zone) === time && weekdays.includes(weekday(dayIn(start, zone)))
