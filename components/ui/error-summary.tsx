'use client'
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

type ErrorSummaryProps = Readonly<{
  /** A sentence: what did not work and what to do. Falsy shows nothing. */
  title: ReactNode
  /** The fields to correct, with their ids. */
  fields?: readonly Readonly<{ id: string; text: ReactNode }>[]
  /** Any value that changes with each attempt, so that the same error is announced again. */
  attempt?: unknown
  className?: string | undefined
}>

// Goes to the field without changing the address: a page may keep a step or an invitation in its hash.
function focusField(event: MouseEvent, id: string) {
  const field = document.getElementById(id)
  if (!field) return
  event.preventDefault()
  field.closest('details')?.setAttribute('open', '')
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
}

/**
 * The errors of a form, above it. It takes focus when something did not work. Red is for what is to be corrected in a
 * field: that the server is busy, or that the partner changed the same thing, is nobody's mistake.
 */
export function ErrorSummary({ title, fields = [], attempt, className }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const wrong = Boolean(title)
  useEffect(() => {
    if (!wrong) return
    // not from a field of another form, where the person may be typing by the time of a late answer
    const [form, other] = [box.current?.closest('form'), document.activeElement?.closest('form')]
    if (!form || !other || form === other) box.current?.focus()
  }, [wrong, title, attempt])
  if (!wrong) return null
  const toCorrect = fields.length > 0
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className={classes(
        'rounded-field border px-4 py-3.5',
        toCorrect ? 'border-danger-text' : 'border-line-strong',
        className,
      )}
    >
      <p className={classes('flex items-start gap-2.5 font-bold', toCorrect && 'text-danger-text')}>
        <Icon icon="circle-exclamation-point" className="mt-[0.125rem]" />
        <span>{title}</span>
      </p>
      {fields.length > 0 ? (
        <ul className="mt-1 ps-7">
          {fields.map((field) => (
            <li key={field.id}>
              <a
                href={`#${field.id}`}
                onClick={(event) => focusField(event, field.id)}
                className="reach text-small underline decoration-line-strong underline-offset-4"
              >
                {field.text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
