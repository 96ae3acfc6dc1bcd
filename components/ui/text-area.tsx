'use client'
import { useLayoutEffect, useRef, type ComponentProps } from 'react'
import { classes } from './classes'
import { Field, inputClasses, type FieldText } from './field'
import { SPELLCHECK } from './spellcheck'
import { useMark } from './use-mark'

type TextAreaProps = FieldText &
  ComponentProps<'textarea'> &
  Readonly<{
    /** `letter`: a whole page for writing, without an edge. */
    variant?: 'field' | 'letter' | undefined
  }>

const looks = {
  field: classes(inputClasses, 'type-letter-small max-w-none px-4 py-3.5'),
  letter: 'type-letter block w-full bg-transparent outline-none focus-visible:outline-none',
} as const

/** Grows where the browser cannot do it by itself (`field-sizing`). */
function fit(area: HTMLTextAreaElement) {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}

/** Several lines, as tall as their text, in the serif that people write in. Spell checking may send text away: off unless asked for in Settings. */
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
  ...area
}: TextAreaProps) {
  const element = useRef<HTMLTextAreaElement>(null)
  const spellchecked = useMark(SPELLCHECK)
  useLayoutEffect(() => {
    if (element.current) fit(element.current)
  }, [area.value])
  // whoever comes back to a text goes on at its end
  useLayoutEffect(
    () => element.current?.setSelectionRange(element.current.value.length, element.current.value.length),
    [],
  )
  return (
    <Field id={id} label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(wiring) => (
        <textarea
          ref={element}
          {...area}
          {...wiring}
          rows={rows}
          spellCheck={spellCheck ?? spellchecked}
          onInput={(event) => {
            fit(event.currentTarget)
            area.onInput?.(event)
          }}
          className={classes(looks[variant], 'field-sizing-content resize-none')}
        />
      )}
    </Field>
  )
}
