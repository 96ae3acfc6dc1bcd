import type { ReactNode } from 'react'
import { classes } from './classes'

type PageHeadingProps = Readonly<{
  /** The page's only h1: what the page shows now, not the feature's name. */
  children: ReactNode
  /** A small line above it: a date, a place. */
  overline?: ReactNode
  /** A paragraph under it. */
  lead?: ReactNode
  /** What can be done on the page: at the line's end on a phone, beside the heading on a wide screen. */
  aside?: ReactNode
  /** `lede` for a heading that is a sentence or two. */
  size?: 'display' | 'title' | 'lede' | undefined
  className?: string | undefined
}>

const sizes = { display: 'type-display', title: 'type-title', lede: 'type-lede even-lines' } as const

/** The page's heading. It takes focus when the page was opened by a link. */
export const PageHeading = ({ children, overline, lead, aside, size = 'display', className }: PageHeadingProps) => (
  <header className={className}>
    {overline ? <p className="type-overline mb-1">{overline}</p> : null}
    <div className="flex flex-wrap items-end justify-between gap-x-4 wide:justify-start">
      <h1
        tabIndex={-1}
        dir="auto"
        className={classes('min-w-0 flex-[1_1_5em] wide:flex-none wide:max-w-full', sizes[size])}
      >
        {children}
      </h1>
      {aside ? <div className="flex-none">{aside}</div> : null}
    </div>
    {lead ? <p className="mt-3.5 text-ink-2">{lead}</p> : null}
  </header>
)

type SectionProps = Readonly<{
  title?: ReactNode
  aside?: ReactNode
  id?: string | undefined
  className?: string | undefined
  children: ReactNode
}>

/** A part of a page under a small heading, 32 px after what came before. */
export const Section = ({ title, aside, id, className, children }: SectionProps) => (
  <section className={classes('mt-8', className)} {...(id ? { id, 'aria-labelledby': `${id}-title` } : {})}>
    {title && aside ? (
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-3">
        <SectionTitle id={id}>{title}</SectionTitle>
        {aside}
      </div>
    ) : title ? (
      <SectionTitle id={id} className="mb-3">
        {title}
      </SectionTitle>
    ) : null}
    {children}
  </section>
)

const SectionTitle = ({ id, className, children }: Pick<SectionProps, 'id' | 'className' | 'children'>) => (
  <h2 className={classes('type-heading', className)} {...(id ? { id: `${id}-title` } : {})}>
    {children}
  </h2>
)
