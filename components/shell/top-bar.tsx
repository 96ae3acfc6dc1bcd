import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { Hide } from './hide'

export type BackTarget = Readonly<{ href: string; label: string }>

type TopBarProps = Readonly<{ start: ReactNode; aside?: ReactNode; className?: string }>

/** The first line of every page: the brand or the way back at its start, *Hide* at its end. */
export const TopBar = ({ start, aside, className }: TopBarProps) => (
  <div className={classes('top-bar', className)}>
    <div className="min-w-0">{start}</div>
    <div className="ms-auto flex flex-none items-center gap-5">
      {aside}
      <Hide />
    </div>
  </div>
)

/** "‹ Journal". */
export const BackLink = ({ href, label }: BackTarget) => (
  <Link
    href={href}
    className="reach -ms-1.5 max-w-[calc(100%+6px)] gap-1 pe-2 text-small font-strong text-ink-2 hover:text-ink"
  >
    <Icon icon="chevron-left" size={20} />
    <span className="line-clamp-2 wrap-anywhere">{label}</span>
  </Link>
)
