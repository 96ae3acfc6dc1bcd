import type { ReactNode } from 'react'
import { classes } from './classes'

type EmptyStateProps = Readonly<{
  children: ReactNode
  action?: ReactNode
  detail?: ReactNode
  className?: string | undefined
}>

/** A sentence and one thing to do, where there is nothing to show yet. Not for failures. */
export const EmptyState = ({ children, action, detail, className }: EmptyStateProps) => (
  <div className={classes('py-6', className)}>
    <p className="type-lede max-w-[24em]">{children}</p>
    {detail ? <p className="mt-2 text-small text-ink-3">{detail}</p> : null}
    {action ? <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">{action}</div> : null}
  </div>
)
