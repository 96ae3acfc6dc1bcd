import type { ReactNode } from 'react'
import { classes } from './classes'
import { Input } from './native'

const track = 'flex min-w-0 flex-wrap rounded-panel bg-sunken p-0.75 inset-ring inset-ring-line-strong'

type SegmentedProps<Value extends string> = Readonly<{
  /** What is chosen, for screen readers. */
  label: string
  name: string
  value: Value
  options: readonly Readonly<{ value: Value; label: ReactNode }>[]
  onChange: (value: Value) => void
  className?: string | undefined
}>

/** A choice of two to four short words that takes effect at once, as native radios. */
export function Segmented<Value extends string>({
  label,
  name,
  value,
  options,
  onChange,
  className,
}: SegmentedProps<Value>) {
  return (
    <fieldset className={classes('min-w-0', className)}>
      <legend className="sr-only">{label}</legend>
      <div className={track}>
        {options.map((option) => (
          <label key={option.value} className={classes('ring-within segment', option.value === value && 'chosen')}>
            <Input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="over-input"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
