import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { FieldError } from './field'
import { Icon } from './icon'
import { Input } from './native'

type FieldsetProps = Readonly<{
  legend: ReactNode
  hideLegend?: boolean | undefined
  hint?: ReactNode
  error?: ReactNode
  id?: string | undefined
  className?: string | undefined
  children: ReactNode
}>

/** A question and its answers. With `id`, a summary of errors can link to it. */
export function Fieldset({ legend, hideLegend, hint, error, id, className, children }: FieldsetProps) {
  return (
    <fieldset
      id={id}
      className={classes('min-w-0', className)}
      {...(error ? { 'aria-invalid': true } : {})}
      {...(id ? { tabIndex: -1 } : {})}
    >
      <legend className={hideLegend ? 'sr-only' : 'mb-2.5 font-bold wrap-anywhere'}>
        {legend}
        {error ? <FieldError>{error}</FieldError> : null}
      </legend>
      {hint ? <p className="mb-3 text-small text-ink-3">{hint}</p> : null}
      {children}
    </fieldset>
  )
}

type InputProps = Omit<ComponentProps<'input'>, 'type' | 'children'>
type ChoiceRowProps = InputProps & Readonly<{ label: ReactNode; hint?: ReactNode }>

const rowClasses = 'ring-within choice'

/** An answer of a Fieldset as a row between hairlines, for answers that need a line of explanation. */
export function RadioRow({ label, hint, className, ...input }: ChoiceRowProps) {
  return (
    <label className={classes(rowClasses, className)}>
      <Input {...input} type="radio" className="over-input" />
      <span aria-hidden="true" className="choice-sign choice-dot">
        <span />
      </span>
      <span className="choice-text">
        <span>{label}</span>
        {hint ? <span className="choice-hint">{hint}</span> : null}
      </span>
    </label>
  )
}

/** Something to agree to or switch on, as a row between hairlines. */
export function CheckboxRow({ label, hint, className, ...input }: ChoiceRowProps) {
  return (
    <label className={classes(rowClasses, className)}>
      <Input {...input} type="checkbox" className="over-input" />
      <span aria-hidden="true" className="choice-sign choice-tick">
        <Icon icon="check" size={15} />
      </span>
      <span className="choice-text">
        <span>{label}</span>
        {hint ? <span className="choice-hint">{hint}</span> : null}
      </span>
    </label>
  )
}

type ChipProps = InputProps & Readonly<{ type: 'radio' | 'checkbox'; icon?: ReactNode; children: ReactNode }>

/** A short answer as a pill: one of several (`radio`) or any of several (`checkbox`). Put them in `Chips`. */
export function Chip({ type, icon, className, children, ...input }: ChipProps) {
  return (
    <label
      className={classes(
        'ring-within relative inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong px-4 text-control font-medium text-ink-2 transition-colors duration-160 hover:bg-wash',
        'has-checked:border-ink has-checked:bg-surface has-checked:font-bold has-checked:text-ink has-checked:inset-ring has-checked:inset-ring-ink',
        className,
      )}
    >
      <Input {...input} type={type} className="over-input" />
      {icon}
      {children}
    </label>
  )
}

export const Chips = ({ className, children }: { className?: string; children: ReactNode }) => (
  <div className={classes('flex flex-wrap gap-2', className)}>{children}</div>
)
