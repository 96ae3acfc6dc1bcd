'use client'
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react'
import { classes } from './classes'
import { Input, TextAreaInput } from './native'
import { SPELLCHECK } from './spellcheck'
import { fitHeight } from './text-area'
import { useMark } from './use-mark'
import { VisuallyHidden } from './visually-hidden'
import { NativeButton } from './native-button'

type WordProps = Readonly<{
  id: string
  /** The word's name for screen readers; the sentence around it is what others read. */
  label: string
  /** Whether something is wrong with it: `${id}-error` says what. */
  wrong: boolean
  /** Said of a word that was changed; falsy when it was not. */
  changed?: string | undefined
}>

const wiring = ({ id, wrong }: WordProps) => ({
  id,
  ...(wrong ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-error` } : {}),
})
const wordClasses = (changed: string | undefined) => classes('sentence-word', changed ? 'sentence-changed' : '')

const Label = ({ id, label, changed }: WordProps) => (
  <label htmlFor={id} className="sr-only">
    {label} {changed}
  </label>
)

/** A line of words and fields that read as one sentence. */
export const SentenceLine = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-start gap-x-2 gap-y-1">{children}</div>
)

/** Plain words between the fields. */
export const SentenceWords = ({ children }: { children: ReactNode }) => (
  <span className="sentence-plain">{children}</span>
)

type SentenceButtonProps = WordProps &
  Readonly<{
    /** The id of what it shows, and whether that is shown. */
    controls: string
    expanded: boolean
    onClick: () => void
    /** What is chosen; empty shows the placeholder. */
    children: ReactNode
    placeholder: string
  }>

/** A word that shows its choices under the sentence. */
export function SentenceButton({ controls, expanded, onClick, children, placeholder, ...word }: SentenceButtonProps) {
  return (
    <NativeButton
      {...wiring(word)}
      aria-expanded={expanded}
      {...(expanded ? { 'aria-controls': controls } : {})}
      onClick={onClick}
      className={classes(wordClasses(word.changed), 'text-start')}
    >
      <VisuallyHidden>
        {word.label} {word.changed}{' '}
      </VisuallyHidden>
      {children || <span className="text-ink-3">{placeholder}</span>}
    </NativeButton>
  )
}

/** A time as a word. */
export function SentenceTime({
  value,
  onChange,
  ...word
}: WordProps & Pick<ComponentProps<'input'>, 'value' | 'onChange'>) {
  return (
    <span>
      <Label {...word} />
      <Input
        {...wiring(word)}
        type="time"
        value={value}
        onChange={onChange}
        className={classes(wordClasses(word.changed), 'sentence-time')}
      />
    </span>
  )
}

const doNothing = () => {}

// Its text is one line, however many it fills: Enter sends the form, as in a field of one line.
function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

type SentenceTextProps = WordProps &
  Readonly<{ value: string; placeholder: string; maxLength: number; onText: (text: string) => void }>

/** The end of a sentence, in the person's own words: it takes the rest of the line, and as many lines as it needs. */
export function SentenceText({ value, placeholder, maxLength, onText, ...word }: SentenceTextProps) {
  const spellchecked = useMark(SPELLCHECK)
  return (
    <span className="min-w-0 flex-1">
      <Label {...word} />
      <TextAreaInput
        {...wiring(word)}
        rows={1}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        spellCheck={spellchecked}
        onChange={(event) => onText(event.target.value.replaceAll(/[\r\n]+/g, ' '))}
        onKeyDown={sendOnEnter}
        onFirst={doNothing}
        onText={fitHeight}
        className={classes(wordClasses(word.changed), 'field-sizing-content w-full resize-none text-left')}
      />
    </span>
  )
}
