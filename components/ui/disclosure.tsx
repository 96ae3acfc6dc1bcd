import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

type DisclosureProps = Readonly<{
  summary: ReactNode
  icon?: ReactNode
  /** Open from the start. */
  open?: boolean | undefined
  /** Called each time it is opened, to load what is needed only then. */
  onOpen?: (() => void) | undefined
  className?: string | undefined
  children: ReactNode
}>

/** A native `details` for content that few people need. */
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
