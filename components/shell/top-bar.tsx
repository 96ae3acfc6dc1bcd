'use client'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { useTranslations } from '@/lib/messages/use-translations'
import { Hide } from './hide'
import { useCameFrom } from './use-came-from'
import { goBack } from './use-fresh-after-back'

export type BackTarget = Readonly<{
  href: string
  label: string
  /** The label tells more than the place, such as that leaving keeps a draft: it stays whatever page the link leads to. */
  keepsLabel?: boolean | undefined
}>

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

/**
 * "‹ Journal": back to the page that the person came from, at the place where they left it. `href` and `label` are for
 * those who came from elsewhere, from a form, or with a browser that does not tell.
 */
export function BackLink({ href, label, keepsLabel = false }: BackTarget) {
  const t = useTranslations(shellMessages)
  const came = useCameFrom()
  return (
    <Link
      href={came?.path ?? href}
      onClick={(event) => {
        if (!came || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        goBack(came.steps, came.path)
      }}
      className="reach -ms-1.5 max-w-[calc(100%+6px)] gap-1 pe-2 text-small font-strong text-ink-2 hover:text-ink"
    >
      <Icon icon="chevron-left" size={20} />
      <span className="line-clamp-3 wrap-anywhere">
        {!came || came.path === href || keepsLabel ? label : t(`back.${came.from}`)}
      </span>
    </Link>
  )
}
