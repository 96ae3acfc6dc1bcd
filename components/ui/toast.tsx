'use client'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { uiMessages } from '@/lib/messages/rooms/ui'
import { useTranslations } from '@/lib/messages/use-translations'
import { observable, type Observable } from '@/lib/observable'
import { useObservable } from './use-observable'

type Toast = Readonly<{
  text: string
  /** A drawing before the text, hidden from screen readers. */
  sign?: ReactNode
  /** A button that is shown with it. Without a label it says "Undo". */
  action?: Readonly<{ label?: string; run: () => void }> | undefined
  /** Called when it leaves and its action was not used. */
  onGone?: (() => void) | undefined
}>

/** A toast on the screen. */
export type ShownToast = Toast & Readonly<{ key: number }>

const shown = observable<readonly ShownToast[]>([])

/** The toasts on the screen, oldest first. */
export const shownToasts: Omit<Observable<readonly ShownToast[]>, 'set'> = shown

let nextKey = 0

const remove = (leaves: (toast: ShownToast) => boolean): void => {
  const gone = shown.get().filter(leaves)
  if (gone.length === 0) return
  shown.set(shown.get().filter((toast) => !gone.includes(toast)))
  for (const { onGone } of gone) onGone?.()
}

/** Takes a toast from the screen. Does nothing if it has left already. */
export const hideToast = (key: number): void => remove((toast) => toast.key === key)

/**
 * Shows a text for ten seconds, and returns its key. It takes the place of another one without a button; one with a
 * button stays for its ten seconds, because it may be the only way to undo something.
 */
export function showToast(toast: Toast): number {
  remove(({ action }) => !action)
  const key = nextKey++
  shown.set([...shown.get(), { ...toast, key }])
  return key
}

/** Takes a toast from the screen and runs its action. */
export function runToastAction(toast: ShownToast): void {
  shown.set(shown.get().filter(({ key }) => key !== toast.key)) // first: the action may show the next one
  toast.action?.run()
}

type UndoOffer = Readonly<{
  /** Says what was removed or not kept. */
  text: string
  /** Brings it back, and says what became of it. */
  undo: () => void
  /** Called when it was not undone in time. */
  onGone?: () => void
}>

/** Says that something was removed or not kept, and offers to undo it for ten seconds. Returns the toast's key. */
export const offerUndo = ({ text, undo, onGone }: UndoOffer): number =>
  showToast({ text, action: { run: undo }, onGone })

/** How long a toast is shown, in ms; hovering them with a mouse or focusing them restarts the time. */
const TOAST_MS = 10_000

const none: readonly ShownToast[] = []

/** The live region of toasts. Used once, in the root layout. */
export function Toasts() {
  const toasts = useObservable(shownToasts, none)
  const box = useRef<HTMLDivElement>(null)
  // The toasts themselves, not a flag: what disappears under the mouse, or with the focus in it, sends no leaving event.
  const [held, setHeld] = useState(none)
  const isHeld = toasts.some((toast) => held.includes(toast))
  const newest = toasts.at(-1)

  useEffect(() => {
    const popover = box.current
    popover?.hidePopover()
    if (newest) popover?.showPopover() // again for each one, so that it is above what was opened meanwhile
  }, [newest])

  return (
    <>
      <div role="status" className="sr-only">
        {/* an equal text after another one is announced too */}
        {newest ? <span key={newest.key}>{newest.text}</span> : null}
      </div>
      <div
        ref={box}
        popover="manual"
        // a finger sends these too, but never leaves
        onPointerEnter={({ pointerType }) => setHeld(pointerType === 'mouse' ? toasts : none)}
        onPointerLeave={() => setHeld(none)}
        onFocus={() => setHeld(toasts)}
        onBlur={() => setHeld(none)}
        className="no-print toasts"
      >
        {toasts.length > 0 ? (
          <ul>
            {toasts.map((toast) => (
              <ToastRow key={toast.key} toast={toast} isHeld={isHeld} />
            ))}
          </ul>
        ) : null}
      </div>
    </>
  )
}

function ToastRow({ toast, isHeld }: { toast: ShownToast; isHeld: boolean }) {
  const t = useTranslations(uiMessages)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => hideToast(toast.key), TOAST_MS)
    return () => clearTimeout(timer)
  }, [toast, isHeld])
  return (
    <li className="toast floating">
      {toast.sign}
      <span aria-hidden="true" className="py-3 pe-2">
        {toast.text}
      </span>
      {toast.action ? (
        <button
          type="button"
          className="reach rounded-control px-3 font-bold underline decoration-1 underline-offset-4 -outline-offset-4 focus-visible:outline-on-primary"
          onClick={() => runToastAction(toast)}
        >
          {toast.action.label ?? t('undo')}
        </button>
      ) : null}
    </li>
  )
}
