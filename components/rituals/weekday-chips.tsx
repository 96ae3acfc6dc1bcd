'use client'
import { useEffect, useRef } from 'react'
import { Chip, Fieldset } from '@/components/ui/choice'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { toggleWeekday, type ProposalDraft } from '@/lib/rituals/proposal'
import { WEEKDAYS } from '@/lib/time/day'
import { formatWeekday } from '@/lib/time/format'
import type { WeekStart } from '@/lib/time/week'

type WeekdayChipsProps = Readonly<{
  id: string
  value: ProposalDraft['weekdays']
  onChange: (weekdays: ProposalDraft['weekdays']) => void
  weekStart: WeekStart
  locale: string
  /** They were asked for just now: the first takes focus, as they come after the whole sentence. */
  takesFocus: boolean
}>

/** The seven days, in the order of the couple's week. */
export function WeekdayChips({ id, value, onChange, weekStart, locale, takesFocus }: WeekdayChipsProps) {
  const t = useTranslations(ritualsMessages, 'propose')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) box.current?.querySelector('input')?.focus()
  }, [takesFocus])
  const days = [...WEEKDAYS.slice(weekStart - 1), ...WEEKDAYS.slice(0, weekStart - 1)]
  return (
    <Fieldset id={id} legend={t('days')} hideLegend>
      <div ref={box} className="grid grid-cols-[repeat(auto-fit,minmax(max(44px,2.7em),1fr))] gap-1.5">
        {days.map((day) => (
          <Chip
            key={day}
            type="checkbox"
            checked={value.includes(day)}
            aria-label={formatWeekday(day, locale)}
            onChange={() => onChange(toggleWeekday(value, day))}
            className="justify-center px-0!"
          >
            {formatWeekday(day, locale, 'short')}
          </Chip>
        ))}
      </div>
    </Fieldset>
  )
}
