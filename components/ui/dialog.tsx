'use client'
import { X } from 'lucide-react'
import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react'
import { uiMessages } from '@/lib/messages/rooms/ui'
import { useTranslations } from '@/lib/messages/use-translations'
import { classes } from './classes'
import { Icon } from './icon'

type DialogProps = Readonly<{
  open: boolean
  /** Asked for by Escape, the backdrop and the close button; the parent sets `open`. */
  onClose: () => void
  title: ReactNode
  children: ReactNode
  className?: string | undefined
}>

function Modal({ open, onClose, title, children, className }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const t = useTranslations(uiMessages)
  useEffect(() => {
    const dialog = element.current
    if (!dialog || !open) return
    dialog.showModal()
    return () => dialog.close()
  }, [open])
  const onBackdrop = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget) onClose()
  }
  return (
    <dialog
      ref={element}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={onBackdrop}
      className={classes('floating max-h-[85dvh] overflow-y-auto overscroll-contain bg-surface text-ink', className)}
    >
      <div className="p-5 pb-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id={heading} className="type-title pt-1">
            {title}
          </h2>
          <button
            type="button"
            onClick={onClose}
            className="reach -me-2 -mt-1.5 flex-none gap-1.5 px-2 text-small font-strong text-ink-2 hover:text-ink"
          >
            <Icon of={X} size={18} />
            {t('close')}
          </button>
        </div>
        <div className="mt-3">{children}</div>
      </div>
    </dialog>
  )
}

/** A short question in the middle of the page: a native modal, so the rest is inert and focus goes back to where it was. */
export const Dialog = ({ className, ...props }: DialogProps) => (
  <Modal {...props} className={classes('m-auto w-[min(30rem,calc(100vw-2.5rem))] rounded-panel', className)} />
)

/** A few choices that come up from the edge of a phone; in the middle from 900 px. */
export const Sheet = ({ className, ...props }: DialogProps) => (
  <Modal
    {...props}
    className={classes(
      'mx-0 mt-auto mb-0 w-full max-w-none animate-rise rounded-t-panel pb-[env(safe-area-inset-bottom)] rail:m-auto rail:w-[min(30rem,calc(100vw-2.5rem))] rail:rounded-panel',
      className,
    )}
  />
)
