'use client'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/native'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'

type BeliefProps = Readonly<{
  label: string
  value: number | null
  onChange: (value: number | null) => void
  className?: string
}>

/** How much the writer believes the voice, 0 to 100: a native range whose value is null until it is touched. */
export function Belief({ label, value, onChange, className }: BeliefProps) {
  const t = useTranslations(journalMessages, 'answerVoice.belief')
  const id = useId()
  const text = value === null ? t('not') : t('value', { value })
  return (
    <div className={className}>
      <div className="flex min-h-11 items-center justify-between gap-4">
        <label htmlFor={id} className="font-bold">
          {label}
        </label>
        <span className="text-small text-ink-2">{text}</span>
      </div>
      <Input
        id={id}
        type="range"
        min={0}
        max={100}
        step={1}
        value={value ?? 50}
        aria-valuetext={text}
        onChange={(event) => onChange(Number(event.target.value))}
        // a tap on the middle fires no change event, and still means fifty
        onPointerUp={(event) => onChange(Number(event.currentTarget.value))}
        className={value === null ? 'range-unanswered' : 'h-11 w-full accent-(--ink)'}
      />
      <div className="flex items-start justify-between text-smallest text-ink-3">
        <span>{t('none')}</span>
        <span>{t('all')}</span>
      </div>
      {value === null ? null : (
        <Button variant="link" onClick={() => onChange(null)}>
          {t('clear')}
        </Button>
      )}
    </div>
  )
}
