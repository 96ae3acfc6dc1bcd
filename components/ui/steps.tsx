import type { ReactNode } from 'react'
import { BottomBar } from './bottom-bar'
import { classes } from './classes'

type StepsProps = Readonly<{
  current: number
  total: number
  label: string
  /** At the end of the label's line. */
  aside?: ReactNode
  className?: string | undefined
}>

/** The progress in a guided flow: `current` is 1 to `total`; `label` is its text ("2 of 5"). */
export const Steps = ({ current, total, label, aside, className }: StepsProps) => (
  <div className={className}>
    <div className="flex flex-wrap items-center justify-between gap-x-4">
      <p className="type-overline">{label}</p>
      {aside}
    </div>
    <div aria-hidden="true" className="mt-1 mb-5 flex gap-1.5">
      {Array.from({ length: total }, (_, step) => (
        <span key={step} className={classes('h-1 flex-1 rounded-full', step < current ? 'bg-ink' : 'bg-line')} />
      ))}
    </div>
  </div>
)

type FlowFooterProps = Readonly<{
  /** At the start: back, or "Not now". */
  back?: ReactNode
  /** At the end: the one way on, as a wide button on a phone. */
  children: ReactNode
  /** Above the buttons: who reads it, and whether it is saved. */
  state?: ReactNode
  /** A quiet line underneath. */
  note?: ReactNode
  /** Where it is in a grid. */
  className?: string | undefined
}>

// On a wide window: the end of its column, which stays in view, and what is scrolled under it fades. Marked with
// `flow-in-column`, so that the frame keeps no room for it where it is not fixed.
const inColumnClasses =
  'flow-in-column rail:sticky rail:mt-6 rail:max-h-none rail:overflow-visible rail:border-0 rail:bg-bg rail:px-0 rail:backdrop-filter-none rail:before:pointer-events-none rail:before:absolute rail:before:inset-x-0 rail:before:bottom-full rail:before:h-6 rail:before:bg-linear-to-t rail:before:from-bg rail:before:to-transparent'

/**
 * The footer of a guided flow, fixed to the window's lower edge. On a wide window it ends its column, and its button is
 * as wide as its words. Put it inside the form that its button sends; the frame leaves room for it.
 */
export const FlowFooter = ({ back, children, state, note, className }: FlowFooterProps) => (
  <BottomBar className={classes('pt-3 pb-safe-4', inColumnClasses, className)}>
    {state ? (
      <div className="mx-auto mb-2.5 flex max-w-150 flex-wrap items-center justify-between gap-x-4 text-small text-ink-3 rail:mx-0">
        {state}
      </div>
    ) : null}
    <div className="mx-auto flex max-w-150 flex-wrap items-center gap-2.5 *:last:flex-[1_1_8rem] rail:mx-0 rail:*:last:w-auto rail:*:last:min-w-48 rail:*:last:flex-none rail:[&>.button-quiet:first-child]:-ms-5">
      {back}
      {children}
    </div>
    {note ? (
      <p className="mt-2 max-w-none text-center even-lines text-smallest text-ink-3 rail:text-start">{note}</p>
    ) : null}
  </BottomBar>
)
