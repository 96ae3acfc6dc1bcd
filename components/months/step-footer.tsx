'use client'
import {
  createContext,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
} from 'react'
import { createPortal } from 'react-dom'
import { BottomBar } from '@/components/ui/bottom-bar'
import { classes } from '@/components/ui/classes'

type FooterState = Readonly<{
  /** Where a step's own button is rendered. */
  slot: HTMLElement | null
  /** The ways back and on, for the row of a step's own button on wide screens. */
  ways: ReactNode
  goOn: () => void
  /** Says that the step has something to do of its own; returns what takes that back. */
  hold: () => () => void
  /** Says that the ways are in the row of the step's own button; returns what takes that back. */
  place: () => () => void
}>

const FooterContext = createContext<FooterState | null>(null)

type StepFooterProps = Readonly<{
  back: ReactNode
  /** The way on, as the primary button; and as a quiet link, while the step has a button of its own. */
  next: ReactNode
  quietNext: ReactNode
  /** Both ways as equals, on wide screens while the step has a button of its own. */
  ways: ReactNode
  /** Goes where the way on leads. */
  goOn: () => void
  /** A line below the buttons. */
  note: ReactNode
  /** Renders the step around its footer. */
  children: (footer: ReactNode) => ReactNode
}>

/**
 * The footer of a step: fixed below it on a phone, and beside its content on wide screens. What is to be done in a step
 * takes the place of the way on, which is then a link; on wide screens it is with its fields, and the ways are in its row.
 */
export function StepFooter({ back, next, quietNext, ways, goOn, note, children }: StepFooterProps) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const [held, setHeld] = useState(0)
  const [placed, setPlaced] = useState(0)
  const state = useMemo(
    (): FooterState => ({ slot, ways, goOn, hold: () => countUp(setHeld), place: () => countUp(setPlaced) }),
    [slot, ways, goOn],
  )
  const [isHeld, isPlaced] = [held > 0, placed > 0]
  const footer = (
    <BottomBar
      className={classes(
        'pt-3 pb-safe-2 rail:static rail:mt-7 rail:first:mt-0 rail:max-h-none rail:overflow-visible rail:border-0 rail:bg-transparent rail:px-0 rail:pt-0 rail:backdrop-filter-none',
        isPlaced && 'rail:hidden',
      )}
    >
      {isHeld ? <div className="flex flex-wrap max-rail:hidden rail:-ms-5">{ways}</div> : null}
      <div
        className={classes('mx-auto flex max-w-150 flex-wrap items-center gap-2.5 rail:mx-0', isHeld && 'rail:hidden')}
      >
        {back}
        <div ref={setSlot} className="flex flex-[1_1_8rem] empty:hidden *:flex-1 rail:hidden" />
        {isHeld ? null : next}
      </div>
      <div
        className={classes(
          'flex min-h-11 items-center justify-center text-center text-smallest text-ink-3 empty:hidden rail:justify-start rail:text-start',
          isHeld && 'rail:hidden',
        )}
      >
        {isHeld ? quietNext : <p className="even-lines">{note}</p>}
      </div>
    </BottomBar>
  )
  return <FooterContext value={state}>{children(footer)}</FooterContext>
}

function countUp(set: Dispatch<SetStateAction<number>>): () => void {
  set((count) => count + 1)
  return () => set((count) => count - 1)
}

/** Makes the way on of a step quiet while `on`, as something else is to be done first. Elsewhere it does nothing. */
export function useQuietNext(on: boolean): void {
  const hold = useContext(FooterContext)?.hold
  useLayoutEffect(() => (on && hold ? hold() : undefined), [on, hold])
}

/** Whether this is part of a step, not of the whole month's page. */
export const useIsStep = (): boolean => useContext(FooterContext) !== null

/** What goes on to the next step, for a form that is the whole of its step. Elsewhere it is undefined. */
export const useWayOn = (): (() => void) | undefined => useContext(FooterContext)?.goOn

/** The ways back and on of a step, for the row of its own button on wide screens. Elsewhere it is nothing. */
export function StepWays() {
  const footer = useContext(FooterContext)
  const place = footer?.place
  useLayoutEffect(() => place?.(), [place])
  return footer ? <span className="flex flex-wrap max-rail:hidden">{footer.ways}</span> : null
}

type StepActionProps = Readonly<{
  className?: string
  /** Whether a row around it has the `StepWays`; else they are beside the button. */
  inRow?: boolean
  children: ReactNode
}>

/**
 * The button of what is to be done, where it is written; on a phone, in the footer of a step. `className` is for its place.
 * It names its form, as it may not be inside.
 */
export function StepAction({ className, inRow = false, children }: StepActionProps) {
  const footer = useContext(FooterContext)
  useQuietNext(true)
  if (!footer) return <div className={className}>{children}</div>
  return (
    <>
      <div
        className={classes('flex flex-wrap items-center gap-x-2 gap-y-1 max-rail:hidden', !inRow && '-ms-5', className)}
      >
        {inRow ? null : <StepWays />}
        {children}
      </div>
      {footer.slot ? createPortal(children, footer.slot) : null}
    </>
  )
}
