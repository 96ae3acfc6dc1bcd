import type { ReactNode } from 'react'
import { classes } from './classes'
import { Link } from './link'
import { Icon } from './icon'

type ListProps = Readonly<{ className?: string | undefined; label?: string | undefined; children: ReactNode }>

/** Rows between hairlines. */
export const Rows = ({ className, label, children }: ListProps) => (
  <ul className={classes('lined', className)} {...(label ? { 'aria-label': label } : {})}>
    {children}
  </ul>
)

type RowProps = Readonly<{
  title: ReactNode
  detail?: ReactNode
  /** An `<Icon>`, shown on a sunken square. */
  icon?: ReactNode
  /** Makes the whole row a link, with a chevron. */
  href?: string | undefined
  /** The title is of a plan or a ritual. */
  isPlan?: boolean
  /** A button or a word at the row's end. */
  trailing?: ReactNode
}>

/** A row: what it is, a quiet line about it, and a link or an action. */
export function Row({ title, detail, icon, href, isPlan = false, trailing }: RowProps) {
  // with what is before it, so that it never has a line to itself
  const chevron = href ? <Icon icon="chevron-right" className="text-ink-3" /> : null
  const inside = (
    <>
      {icon ? <span className="row-sign">{icon}</span> : null}
      <span className="row-text">
        <bdi {...(isPlan ? { className: 'plan-title' } : {})}>{title}</bdi>
        {detail ? <span>{detail}</span> : null}
      </span>
      {trailing ? (
        <span className="row-end">
          {trailing}
          {chevron}
        </span>
      ) : (
        chevron
      )}
    </>
  )
  return (
    <li>
      {href ? (
        <Link href={href} className="row">
          {inside}
        </Link>
      ) : (
        <div className="row">{inside}</div>
      )}
    </li>
  )
}

/** A statement with an icon: "What you write, only you can read." Put them in `Rows`. */
export const Statement = ({ icon, children }: { icon?: ReactNode; children: ReactNode }) => (
  <li className="flex items-start gap-3.5 py-3.5 leading-note">
    {icon ? <span className="grid h-[1.45em] w-[1.375rem] flex-none place-items-center text-ink-2">{icon}</span> : null}
    <span className="statement-words min-w-0">{children}</span>
  </li>
)
