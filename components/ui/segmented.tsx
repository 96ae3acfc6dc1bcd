import type { ReactNode } from 'react'
import { classes } from './classes'

const track = 'flex min-w-0 rounded-full bg-sunken p-0.75'
const part =
  'ring-within relative flex min-h-11 flex-1 items-center justify-center rounded-full px-3 text-center text-small transition-colors duration-160'
const other = 'font-strong text-ink-2 hover:text-ink'
const chosen = 'chosen bg-surface font-bold text-ink shadow-thumb dark:bg-line dark:shadow-none'

type SegmentedProps<Value extends string> = Readonly<{
  /** What is chosen here, for those who hear the page. */
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
          <label key={option.value} className={classes(part, option.value === value ? chosen : other)}>
            <input
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
