import { useId, type ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

export const inputClasses = 'input'

/** What is wrong with a field and how to correct it. */
export const FieldError = ({ id, children }: { id?: string | undefined; children: ReactNode }) => (
  <span id={id} className="mt-2 flex items-start gap-2 text-small font-medium text-danger-text">
    <Icon icon="circle-exclamation-point" size={16} className="mt-[0.125rem]" />
    <span>{children}</span>
  </span>
)

export type FieldText = Readonly<{
  label: ReactNode
  /** A line under the field. */
  hint?: ReactNode
  /** What is wrong and how to correct it; falsy when nothing is wrong. */
  error?: ReactNode
  /** The label is for screen readers only. */
  hideLabel?: boolean | undefined
}>

type FieldAttributes = Readonly<{ id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }>

type FieldProps = FieldText &
  Readonly<{
    id?: string | undefined
    className?: string | undefined
    children: (wiring: FieldAttributes) => ReactNode
  }>

/** A label, a control, a hint and an error, connected for screen readers. */
export function Field({ id: given, label, hint, error, hideLabel, className, children }: FieldProps) {
  const generated = useId()
  const id = given ?? generated
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={className}>
      <label htmlFor={id} className={classes(hideLabel ? 'sr-only' : 'mb-2 block font-bold')}>
        {label}
      </label>
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {hint ? (
        <span id={`${id}-hint`} className="mt-2 block text-small text-ink-3">
          {hint}
        </span>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  )
}
