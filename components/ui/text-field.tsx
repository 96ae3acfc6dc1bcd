import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { Field, inputClasses, type FieldText } from './field'
import { Input, SelectInput } from './native'

type TextFieldProps = FieldText &
  Omit<ComponentProps<'input'>, 'children' | 'ref'> &
  Readonly<{
    /** A control at the field's end, such as one that shows what is typed. */
    trailing?: ReactNode
  }>

/** A field of one line: any `type` of input, dates and times too. */
export function TextField({ label, hint, error, hideLabel, trailing, id, className, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(wiring) => (
        <span className="relative block">
          <Input
            {...input}
            {...wiring}
            className={classes(inputClasses, 'min-h-13 px-4 text-field', trailing ? 'pe-24' : '')}
          />
          {trailing ? <span className="absolute inset-y-0 end-4 flex items-center">{trailing}</span> : null}
        </span>
      )}
    </Field>
  )
}

type SelectFieldProps = FieldText & Omit<ComponentProps<'select'>, 'ref'>

/** A native select, for long lists such as time zones. */
export function SelectField({ label, hint, error, hideLabel, id, className, children, ...select }: SelectFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(wiring) => (
        // a browser moves the words of a select 4 px in
        <SelectInput {...select} {...wiring} className={classes(inputClasses, 'min-h-13 ps-3 pe-4 text-field')}>
          {children}
        </SelectInput>
      )}
    </Field>
  )
}
