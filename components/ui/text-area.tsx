'use client'
import type { ComponentProps, KeyboardEvent } from 'react'
import { classes } from './classes'
import { Field, inputClasses, type FieldText } from './field'
import { TextAreaInput } from './native'
import { SPELLCHECK } from './spellcheck'
import { useMark } from './use-mark'

type TextAreaProps = FieldText &
  Omit<ComponentProps<'textarea'>, 'ref'> &
  Readonly<{
    /** `letter`: a whole page for writing, without a border. */
    variant?: 'field' | 'letter' | undefined
  }>

const looks = {
  field: classes(inputClasses, 'type-letter-small max-w-none px-4 py-3.5'),
  letter: 'type-letter block w-full bg-transparent outline-none focus-visible:outline-none',
} as const

/** Fits the height to the text where the browser can't (`field-sizing`). */
export function fitHeight(area: HTMLTextAreaElement) {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}

// a person who comes back to a text continues at its end
const continueAtEnd = (area: HTMLTextAreaElement) => area.setSelectionRange(area.value.length, area.value.length)

/** Ctrl or Command with Enter presses the button that sends the form, which may be disabled or busy. */
function sendByKey({ key, ctrlKey, metaKey, nativeEvent, currentTarget }: KeyboardEvent<HTMLTextAreaElement>) {
  if (key !== 'Enter' || !(ctrlKey || metaKey) || nativeEvent.isComposing) return
  currentTarget.form?.querySelector<HTMLButtonElement>('[type=submit]')?.click()
}

/**
 * A field of several lines, as tall as its text. Spell checking may send text to others, so it is off unless turned on
 * in Settings.
 */
export function TextArea({
  label,
  hint,
  error,
  hideLabel,
  variant = 'field',
  id,
  className,
  spellCheck,
  rows = 3,
  onKeyDown,
  ...area
}: TextAreaProps) {
  const spellchecked = useMark(SPELLCHECK)
  return (
    <Field id={id} label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(wiring) => (
        <TextAreaInput
          {...area}
          {...wiring}
          rows={rows}
          onKeyDown={(event) => {
            onKeyDown?.(event)
            sendByKey(event)
          }}
          spellCheck={spellCheck ?? spellchecked}
          onFirst={continueAtEnd}
          onText={fitHeight}
          className={classes(looks[variant], 'field-sizing-content resize-none')}
        />
      )}
    </Field>
  )
}
