'use client'
import { useEffect, useRef, useState } from 'react'
import { observable } from '@/lib/observable'
import { useObservable } from './use-observable'

type Toast = Readonly<{
  text: string
  /** A button that is shown with it, usually an undo. */
  action?: Readonly<{ label: string; run: () => void }> | undefined
}>

/** How long a toast is shown, in ms; hovering it with a mouse or focusing it restarts the time. */
const TOAST_MS = 10_000

const shown = observable<Toast | null>(null)

/** Shows a text for ten seconds ("Removed", with an undo). A newer one replaces an older one. */
export const showToast = (toast: Toast): void => shown.set(toast)

/** The live region of toasts. Used once, in the root layout. */
export function Toasts() {
  const toast = useObservable(shown, null)
  const box = useRef<HTMLDivElement>(null)
  // The toast itself, not a flag: one that disappears under the mouse, or with the focus in it, sends no leaving event.
  const [held, setHeld] = useState<Toast | null>(null)
  const isHeld = toast !== null && held === toast

  useEffect(() => {
    const popover = box.current
    if (!popover) return
    if (!toast) {
      popover.hidePopover()
      return
    }
    popover.hidePopover()
    popover.showPopover()
  }, [toast])

  useEffect(() => {
    if (!toast || isHeld) return
    const timer = setTimeout(() => shown.set(null), TOAST_MS)
    return () => clearTimeout(timer)
  }, [toast, isHeld])

  return (
    <>
      <div role="status" className="sr-only">
        {toast?.text}
      </div>
      <div
        ref={box}
        popover="manual"
        // a finger sends these too, but never leaves
        onPointerEnter={({ pointerType }) => setHeld(pointerType === 'mouse' ? toast : null)}
        onPointerLeave={() => setHeld(null)}
        onFocus={() => setHeld(toast)}
        onBlur={() => setHeld(null)}
        className="no-print floating toast"
      >
        {toast ? (
          <div className="flex items-center gap-4 ps-4 pe-1.5 text-small">
            <span aria-hidden="true" className="py-3 pe-2">
              {toast.text}
            </span>
            {toast.action ? (
              <button
                type="button"
                className="reach rounded-control px-3 font-bold underline decoration-1 underline-offset-4 -outline-offset-4 focus-visible:outline-on-primary"
                onClick={() => {
                  shown.set(null) // first: the action may show the next one
                  toast.action?.run()
                }}
              >
                {toast.action.label}
              </button>
            ) : null}
          </div>
        ) : null}
      </div>
    </>
  )
}
