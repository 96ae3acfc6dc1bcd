'use client'
import { Chip, Chips, Fieldset } from '@/components/ui/choice'
import { Segmented } from '@/components/ui/segmented'
import { TextField } from '@/components/ui/text-field'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { toggleWeekday, type ProposalDraft, type ProposalGap } from '@/lib/rituals/proposal'
import { EVERY_WEEKS } from '@/lib/rituals/recurrence'
import { WEEKDAYS, type Day } from '@/lib/time/day'
import { formatWeekday } from '@/lib/time/format'
import type { WeekStart } from '@/lib/time/week'
import type { ZonedPeople } from '@/components/people/two-times'
import { LengthField } from './length-field'
import { ZoneField } from './zone-field'

type RhythmFieldsProps = ZonedPeople &
  Readonly<{
    draft: ProposalDraft
    change: (part: Partial<ProposalDraft>) => void
    errorOf: (gap: ProposalGap) => string | undefined
    weekStart: WeekStart
    today: Day
  }>

/** The fields of a rhythm: days, time, length, clock, how often and from when. */
export function RhythmFields({ draft, change, errorOf, weekStart, today, ...people }: RhythmFieldsProps) {
  const t = useTranslations(ritualsMessages, 'propose')
  const { locale } = people
  const days = [...WEEKDAYS.slice(weekStart - 1), ...WEEKDAYS.slice(0, weekStart - 1)]
  return (
    <>
      <Fieldset id="weekdays" legend={t('days')} error={errorOf('weekdays')}>
        <Chips>
          {days.map((day) => (
            <Chip
              key={day}
              type="checkbox"
              checked={draft.weekdays.includes(day)}
              aria-label={formatWeekday(day, locale)}
              onChange={() => change({ weekdays: toggleWeekday(draft.weekdays, day) })}
            >
              {formatWeekday(day, locale, 'short')}
            </Chip>
          ))}
        </Chips>
      </Fieldset>
      <div className="grid grid-cols-1 gap-8 pair:grid-cols-2 pair:gap-4">
        <TextField
          id="time"
          type="time"
          label={t('time')}
          error={errorOf('time')}
          value={draft.time}
          onChange={(event) => change({ time: event.target.value })}
        />
        <LengthField
          id="length"
          label={t('length')}
          minutes={draft.minutes}
          locale={locale}
          onChange={(minutes) => change({ minutes })}
        />
      </div>
      <ZoneField zone={draft.zone} onChange={(zone) => change({ zone })} {...people} />
      <div>
        <p aria-hidden="true" className="mb-2.5 font-bold">
          {t('every')}
        </p>
        <Segmented
          label={t('every')}
          name="every"
          value={String(draft.everyWeeks)}
          options={EVERY_WEEKS.map((weeks) => ({ value: String(weeks), label: t(`weeks${weeks}`) }))}
          onChange={(value) =>
            change({ everyWeeks: EVERY_WEEKS.find((weeks) => String(weeks) === value) ?? draft.everyWeeks })
          }
        />
      </div>
      <TextField
        id="starts"
        type="date"
        label={t('starts')}
        error={errorOf('startsOn')}
        min={today}
        max="2199-12-31"
        value={draft.startsOn}
        className="max-w-60"
        onChange={(event) => change({ startsOn: event.target.value })}
      />
    </>
  )
}
