'use client'
import { SelectField } from '@/components/ui/text-field'
import { lengthInWords } from '@/lib/rituals/length-in-words'
import { lengthChoices } from '@/lib/rituals/lengths'

type LengthFieldProps = Readonly<{
  id: string
  label: string
  minutes: number
  locale: string
  onChange: (minutes: number) => void
}>

/** How long a ritual or a plan is. */
export function LengthField({ id, label, minutes, locale, onChange }: LengthFieldProps) {
  return (
    <SelectField id={id} label={label} value={minutes} onChange={(event) => onChange(Number(event.target.value))}>
      {lengthChoices(minutes).map((length) => (
        <option key={length} value={length}>
          {lengthInWords(length, locale)}
        </option>
      ))}
    </SelectField>
  )
}
