'use client'
import { useLayoutEffect, useRef, type ChangeEvent, type ChangeEventHandler, type ComponentProps } from 'react'

// The only place with native fields (a lint rule): what holds for every field is here.
//
// - What is in a field counts. A browser, a password manager or a person may fill it before React runs, some without an
//   event. React gets it when it has hydrated the field, and again before it handles any event in the field's form.
// - Browsers write what is typed into files: a restored session, a list of suggestions. `autocomplete="off"` prevents
//   both, so it is the default. Only the fields of an account have another value.
// - `dir="auto"`: a text goes in the direction of its own letters.
// - While a form is being sent, its fields take nothing: what is changed then would be lost when the answer comes.

type NativeField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What React knows of a field. */
type KnownState = Readonly<{
  value?: ComponentProps<'input'>['value']
  checked?: boolean | undefined
  onChange?: unknown
  readOnly?: boolean | undefined
}>

const isTick = (field: NativeField): field is HTMLInputElement => field.type === 'radio' || field.type === 'checkbox'

/** What a field holds that React does not know of, or null. */
function unknownValue(field: NativeField, { value, checked, onChange, readOnly }: KnownState): string | boolean | null {
  if (!onChange || readOnly) return null
  if (!isTick(field)) return value === undefined || field.value === String(value) ? null : field.value
  // a radio that lost its tick has no event of its own: the one that got it has
  const isKnown = checked === undefined || field.checked === checked || (field.type === 'radio' && checked)
  return isKnown ? null : field.checked
}

/** Sets a field to what it was found to hold, with the events that React listens to. */
function setInReact(field: NativeField, held: string | boolean) {
  if (typeof held === 'boolean') {
    ;(field as HTMLInputElement).checked = !held
    return field.click()
  }
  // React compares with what was set through the element's own property; the prototype's setter goes past it.
  field.value = `${held} `
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, held)
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}

/** The fields on this page, each with what React knows of it. */
const fields = new Map<NativeField, () => KnownState>()

/**
 * Before React handles an event in a form, it gets the form's fields that were filled without one. Otherwise it would
 * empty them when it renders the form next. They are all read first, because setting one renders the others.
 */
let isSetting = false
function setFieldsOfForm({ type, target }: Event) {
  if (isSetting || !(target instanceof Element)) return // it sends such events itself
  const form = target.closest('form')
  const found = [...fields].flatMap(([field, known]) => {
    const held = field.form === form && form !== null ? unknownValue(field, known()) : null
    return held === null ? [] : [{ field, held }]
  })
  if (type !== 'submit' && found.every(({ field }) => field === target)) return // it has this very event
  isSetting = true
  for (const { field, held } of found) setInReact(field, held)
  isSetting = false
}

/** Returns a ref for the field. Its `onChange` then runs for everything that is filled in, with or without an event. */
function useCaughtUp<Field extends NativeField>(known: KnownState) {
  const element = useRef<Field>(null)
  const latest = useRef(known)
  useLayoutEffect(() => {
    latest.current = known
  })
  useLayoutEffect(() => {
    const field = element.current
    if (!field) return
    if (fields.size === 0) for (const type of EVENTS) addEventListener(type, setFieldsOfForm, true)
    fields.set(field, () => latest.current)
    const held = unknownValue(field, latest.current)
    if (held !== null) setInReact(field, held)
    return () => {
      fields.delete(field)
      if (fields.size === 0) for (const type of EVENTS) removeEventListener(type, setFieldsOfForm, true)
    }
  }, [])
  return element
}

const EVENTS = ['input', 'change', 'submit'] as const

/** The handler of a field's changes, but for those while the field's form is being sent: React then undoes them. */
export const unlessSending =
  <Field extends NativeField>(onChange: ChangeEventHandler<Field> | undefined) =>
  (event: ChangeEvent<Field>) => {
    const { form } = event.currentTarget
    const isSending = form && [...form.elements].some((element) => element.hasAttribute('aria-busy'))
    if (!isSending) onChange?.(event)
  }

const TYPED: readonly (string | undefined)[] = [undefined, 'text', 'search']

/** A native input with what every field needs. A tick is kept out of the browser's files too: it may be a blind answer. */
export function Input(props: Omit<ComponentProps<'input'>, 'ref'>) {
  const element = useCaughtUp<HTMLInputElement>(props)
  const kind = TYPED.includes(props.type) ? ({ dir: 'auto' } as const) : {}
  return <input {...kind} autoComplete="off" {...props} onChange={unlessSending(props.onChange)} ref={element} />
}

type TextAreaInputProps = Omit<ComponentProps<'textarea'>, 'ref'> &
  Readonly<{
    /** Called once with the element, before it is painted. */
    onFirst: (area: HTMLTextAreaElement) => void
    /** Called before each new value is painted. */
    onText: (area: HTMLTextAreaElement) => void
  }>

/** A native text area with what every field needs. */
export function TextAreaInput({ onFirst, onText, ...props }: TextAreaInputProps) {
  const element = useCaughtUp<HTMLTextAreaElement>(props)
  const { value, onChange } = props
  useLayoutEffect(() => {
    if (element.current) onFirst(element.current)
  }, [element, onFirst])
  useLayoutEffect(() => {
    if (element.current) onText(element.current)
  }, [element, value, onText])
  return <textarea dir="auto" autoComplete="off" {...props} onChange={unlessSending(onChange)} ref={element} />
}

/** A native select with what every field needs. */
export function SelectInput(props: Omit<ComponentProps<'select'>, 'ref'>) {
  const element = useCaughtUp<HTMLSelectElement>(props)
  return <select autoComplete="off" {...props} onChange={unlessSending(props.onChange)} ref={element} />
}
