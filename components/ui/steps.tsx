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
  /** At the end: the one way on, as a wide button. */
  children: ReactNode
  /** A quiet line underneath. */
  note?: ReactNode
}>

/** The fixed footer of a guided flow. Put it inside the form that its button sends; the frame leaves room for it. */
export const FlowFooter = ({ back, children, note }: FlowFooterProps) => (
  <BottomBar className="pt-3 pb-safe-4">
    <div className="mx-auto flex max-w-150 flex-wrap items-center gap-2.5 *:last:flex-[1_1_8rem]">
      {back}
      {children}
    </div>
    {note ? <p className="mt-2 text-center text-smallest text-ink-3">{note}</p> : null}
  </BottomBar>
)
