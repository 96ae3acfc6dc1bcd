import type { ReactNode } from 'react'
import { classes } from './classes'

type NoticeProps = Readonly<{
  icon?: ReactNode
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
  className?: string | undefined
}>

/** Something to know on this page, between hairlines. Not for failures. */
export const Notice = ({ icon, title, children, action, className }: NoticeProps) => (
  <div className={classes('flex items-start gap-3.5 border-y border-line py-3.5', className)}>
    {icon ? <span className="mt-0.5 text-ink-2">{icon}</span> : null}
    <div className="min-w-0">
      <p>
        {title ? <b>{title} </b> : null}
        <span className="text-ink-2">{children}</span>
      </p>
      {action}
    </div>
  </div>
)
