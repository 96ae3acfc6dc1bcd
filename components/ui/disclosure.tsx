import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

type DisclosureProps = Readonly<{
  summary: ReactNode
  icon?: ReactNode
  /** Open from the start. */
  open?: boolean | undefined
  /** Told each time that it was opened, for what is asked for only then. */
  onOpen?: (() => void) | undefined
  className?: string | undefined
  children: ReactNode
}>

/** More, for those who want it: a native details. */
export const Disclosure = ({ summary, icon, open, onOpen, className, children }: DisclosureProps) => (
  <details
    className={classes('group/more', className)}
    {...(open ? { open } : {})}
    {...(onOpen
      ? {
          onToggle: ({ currentTarget }) => {
            if (currentTarget.open) onOpen()
          },
        }
      : {})}
  >
    <summary className="reach gap-2 text-small font-strong text-ink-2 hover:text-ink">
      {icon}
      {summary}
      <Icon icon="chevron-down" size={16} className="transition-transform duration-160 group-open/more:rotate-180" />
    </summary>
    {children}
  </details>
)
