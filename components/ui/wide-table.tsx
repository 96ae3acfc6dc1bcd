import type { ReactNode } from 'react'
import { classes } from './classes'

type WideTableProps = Readonly<{
  /** What the table says, for screen readers. */
  label: string
  className?: string | undefined
  children: ReactNode
}>

/** Holds a table that is wider than the page with large text on a phone: it scrolls in this box, also by the keyboard. */
export const WideTable = ({ label, className, children }: WideTableProps) => (
  <div
    role="group"
    aria-label={label}
    tabIndex={0}
    className={classes('relative overflow-x-auto beside:overflow-visible', className)}
  >
    {children}
  </div>
)
