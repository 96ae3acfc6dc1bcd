'use client'
import { useId, useState } from 'react'
import { useToday } from '@/components/people/use-today'
import { TextField } from '@/components/ui/text-field'
import { browserDevice } from '@/lib/device/browser-device'
import { todayOf } from '@/lib/journal/device'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { isDay, type Day } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'
import { NativeButton } from '@/components/ui/native-button'

type PageDayProps = Readonly<{
  day: Day
  locale: string
  /** Added to the day: that the text comes from a draft. */
  note?: string | undefined
  onChange: (day: Day) => void
  className?: string | undefined
}>

/** The day of the page that is being written, which the writer can change to an earlier one. */
export function PageDay({ day, locale, note, onChange, className }: PageDayProps) {
  const t = useTranslations(journalMessages, 'write')
  const id = useId()
  const today = useToday()
  // what the field holds, which may be no day yet
  const [typed, setTyped] = useState<string | null>(null)
  const change = (text: string) => {
    setTyped(text)
    if (isDay(text) && text <= todayOf(browserDevice())) onChange(text)
  }
  return (
    <div className={className}>
      <p className="flex flex-wrap items-center gap-x-4">
        <span className="type-overline">
          {formatDay(day, locale, today)}
          {note ? ` · ${note}` : ''}
        </span>
        <NativeButton
          aria-expanded={typed !== null}
          aria-controls={id}
          className="reach text-small text-ink-3 underline decoration-line-strong underline-offset-4 hover:text-ink"
          onClick={() => setTyped(typed === null ? day : null)}
        >
          {t('changeDay')}
        </NativeButton>
      </p>
      <div id={id} hidden={typed === null}>
        {typed === null ? null : (
          <TextField
            className="mt-2 max-w-64"
            type="date"
            label={t('day')}
            hint={t('dayHint')}
            max={todayOf(browserDevice())}
            value={typed}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </div>
    </div>
  )
}
