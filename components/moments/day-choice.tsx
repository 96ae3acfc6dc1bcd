'use client'
import { Chip, Chips, Fieldset } from '@/components/ui/choice'
import { TextField } from '@/components/ui/text-field'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatDay } from '@/lib/time/format'
import { choicesIn, isFromPairing, resolveDay, type ChosenDay, type DayRange } from './chosen-day'

const WORDS = { today: 'today', yesterday: 'yesterday', other: 'anotherDay' } as const

type DayChoiceProps = Readonly<{
  when: ChosenDay
  onChange: (when: ChosenDay) => void
  days: DayRange
  locale: string
  error?: string | undefined
  errorId: string
}>

/** Today by default, yesterday in one tap, any of the last 31 days in two. On the day of pairing there is today alone. */
export function DayChoice({ when, onChange, days, locale, error, errorId }: DayChoiceProps) {
  const t = useTranslations(momentsMessages)
  const day = resolveDay(when, days)
  return (
    <Fieldset legend={t('day')}>
      <Chips>
        {choicesIn(days).map((choice) => (
          <Chip
            key={choice}
            type="radio"
            name="when"
            value={choice}
            checked={when.choice === choice}
            onChange={() => onChange({ ...when, choice, since: days.today })}
          >
            {t(WORDS[choice])}
          </Chip>
        ))}
      </Chips>
      {when.choice === 'other' ? (
        <TextField
          id={errorId}
          type="date"
          label={t('pickDay')}
          hint={t(isFromPairing(days) ? 'pickDayHintPaired' : 'pickDayHint')}
          min={days.first}
          max={days.today}
          value={when.other}
          onChange={(event) => onChange({ ...when, other: event.target.value })}
          error={error}
          className="mt-4 max-w-64"
        />
      ) : (
        <p className="mt-2 text-small text-ink-3">{day ? formatDay(day, locale, days.today) : null}</p>
      )}
    </Fieldset>
  )
}
