'use client'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { translate } from '@/lib/messages/translate'
import { Footer } from './footer'
import { SkipLink } from './skip-link'
import { BackLink, TopBar, type BackTarget } from './top-bar'

type FlowFrameProps = Readonly<{
  locale: string
  children: ReactNode
  /** The page that the flow started from; without it the product's name is shown. */
  back?: BackTarget | undefined
  /** Shown instead of both: a link of the flow's own. */
  start?: ReactNode
  /** `writing` is the width of a page that is being written; `sides` has two columns on a wide window. */
  width?: 'flow' | 'writing' | 'sides' | undefined
  /** The content that loads is shorter than a screen, so the footer can be in view from the start. */
  short?: boolean | undefined
  className?: string | undefined
}>

const widths = {
  flow: 'max-w-160',
  writing: 'max-w-[calc(34rem+40px)]',
  sides: 'max-w-160 rail:max-w-295 rail:px-11',
} as const
const footerWidths = {
  flow: 'max-w-150',
  writing: 'max-w-[34rem]',
  sides: 'max-w-150 rail:w-[calc(100%-88px)] rail:max-w-273',
} as const

/** The frame of a guided flow: no links to other places, one thing to do. Its FlowFooter is inside the form. */
export function FlowFrame({ locale, children, back, start, width = 'flow', short = false, className }: FlowFrameProps) {
  const writing = width === 'writing'
  const brand = (
    <Link href="/" className="reach wordmark">
      {translate(locale, shellMessages)('brand')}
    </Link>
  )
  return (
    // While a skeleton is shown, room is kept for the content, which is longer than a screen or brings a FlowFooter:
    // the page's footer must not move in view.
    <div
      className={classes(
        'flex min-h-dvh flex-col has-[.flow-footer]:pb-[max(96px,var(--bar))] has-[.flow-footer_p]:pb-[max(128px,var(--bar))]',
        'rail:has-[.flow-in-column]:pb-0 rail:has-[.flow-in-column_p]:pb-0',
        short && 'max-rail:has-[[data-skeleton]]:pb-24',
        writing && 'has-[[data-skeleton]]:pb-32',
      )}
    >
      <SkipLink locale={locale} />
      <header className="no-print first-line mx-auto w-full max-w-295">
        <TopBar start={start ?? (back ? <BackLink {...back} /> : brand)} />
      </header>
      <main
        id="main"
        className={classes(
          'flow-page mx-auto w-full flex-1 px-5 pt-2 pb-10',
          !writing && 'rail:pt-6',
          !short && !writing && 'has-[[data-skeleton]]:min-h-dvh',
          widths[width],
          className,
        )}
      >
        {children}
      </main>
      <Footer locale={locale} className={classes('mx-auto w-[calc(100%-40px)]', footerWidths[width])} />
    </div>
  )
}
