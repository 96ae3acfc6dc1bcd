'use client'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { translate } from '@/lib/messages/translate'
import { Footer } from './footer'
import { SkipLink } from './skip-link'
import { BackLink, TopBar, wordmark, type BackTo } from './top-bar'

type FlowFrameProps = Readonly<{
  locale: string
  children: ReactNode
  /** Where the flow came from; without it the product's name stands there. */
  back?: BackTo | undefined
  /** Instead of both: a button that goes one step back. */
  start?: ReactNode
  /** `writing` is the width of a page that is being written. */
  width?: 'flow' | 'writing' | undefined
  /** What the flow waits for is shorter than a screen, so that its footer is in sight from the beginning. */
  short?: boolean | undefined
  className?: string | undefined
}>

/** The frame of a guided flow: no places to go to, one thing to do. Its FlowFooter stands inside the form. */
export function FlowFrame({ locale, children, back, start, width = 'flow', short = false, className }: FlowFrameProps) {
  const writing = width === 'writing'
  const brand = (
    <Link href="/" className={classes('reach', wordmark)}>
      {translate(locale, shellMessages)('brand')}
    </Link>
  )
  return (
    // What is on its way is longer than a screen, or brings a FlowFooter: the room for it is there before it, so that the footer never moves in sight.
    <div
      className={classes(
        'flex min-h-dvh flex-col has-[.flow-footer]:pb-24 has-[.flow-footer_p]:pb-32',
        short && 'has-[[data-skeleton]]:pb-24',
        writing && 'has-[[data-skeleton]]:pb-32',
      )}
    >
      <SkipLink locale={locale} />
      <header className="mx-auto w-full max-w-295">
        <TopBar start={start ?? (back ? <BackLink {...back} /> : brand)} className="rail:px-11 rail:pt-5.5" />
      </header>
      <main
        id="main"
        className={classes(
          'mx-auto w-full flex-1 px-5 pt-2 pb-10',
          !short && !writing && 'has-[[data-skeleton]]:min-h-dvh',
          writing ? 'max-w-190' : 'max-w-160',
          className,
        )}
      >
        {children}
      </main>
      <Footer
        locale={locale}
        className={classes('mx-auto w-[calc(100%-2.5rem)]', writing ? 'max-w-180' : 'max-w-150')}
      />
    </div>
  )
}
