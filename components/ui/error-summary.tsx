'use client'
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import { Icon } from './icon'

type ErrorSummaryProps = Readonly<{
  /** One sentence: what did not work and what to do. Falsy shows nothing. */
  title: ReactNode
  /** The fields to mend, by the id of each. */
  fields?: readonly Readonly<{ id: string; text: ReactNode }>[]
  /** Any value that changes with each attempt, so that the same error is said again. */
  attempt?: unknown
  className?: string | undefined
}>

// To the field, and no further: the address and the history are the page's own, which keeps a step, or an invite, in them.
function toField(event: MouseEvent, id: string) {
  const field = document.getElementById(id)
  if (!field) return
  event.preventDefault()
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
}

/** Stands above a form and takes focus when something did not work. What was typed stays. */
export function ErrorSummary({ title, fields = [], attempt, className }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const wrong = Boolean(title)
  useEffect(() => {
    if (wrong) box.current?.focus()
  }, [wrong, title, attempt])
  if (!wrong) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className={`rounded-field border border-danger-text px-4 py-3.5 ${className ?? ''}`}
    >
      <p className="flex items-start gap-2.5 font-bold text-danger-text">
        <Icon icon="circle-exclamation-point" className="mt-0.5" />
        <span>{title}</span>
      </p>
      {fields.length > 0 ? (
        <ul className="mt-1 ps-7">
          {fields.map((field) => (
            <li key={field.id}>
              <a
                href={`#${field.id}`}
                onClick={(event) => toField(event, field.id)}
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
