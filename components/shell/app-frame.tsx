'use client'
import { useRef, type ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { useBarHeight } from '@/components/ui/use-bar-height'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { translate } from '@/lib/messages/translate'
import { Footer } from './footer'
import { RefreshOnReturn } from './refresh-on-return'
import { Places } from './places'
import { RailFootPlace } from './rail-foot'
import { SkipLink } from './skip-link'
import { BackLink, TopBar, type BackTarget } from './top-bar'
import { useFreshAfterBack } from './use-fresh-after-back'

type AppFrameProps = Readonly<{
  locale: string
  children: ReactNode
  /** The target of "‹", on a page below one of the places. */
  back?: BackTarget | undefined
  /** The page has a primary button of its own, so the rail's Write is an outline. */
  quietWrite?: boolean | undefined
  className?: string | undefined
}>

/** The frame of the main pages: a bar at the bottom of a phone, a rail beside the page from 900 px. */
export function AppFrame({ locale, children, back, quietWrite = false, className }: AppFrameProps) {
  const t = translate(locale, shellMessages)
  const bar = useRef<HTMLElement>(null)
  useBarHeight(bar)
  const isFresh = useFreshAfterBack()
  const start = back ? (
    <BackLink {...back} />
  ) : (
    <Link href="/today" className="reach wordmark rail:hidden">
      {t('brand')}
    </Link>
  )
  return (
    <div className="app-frame">
      <SkipLink locale={locale} />
      <RefreshOnReturn />
      <nav ref={bar} aria-label={t('places')} className="no-print places">
        <Link href="/today" className="reach wordmark mb-2 self-start px-3 max-rail:hidden">
          {t('brand')}
        </Link>
        <Places quietWrite={quietWrite} />
        <div className="flex-1 max-rail:hidden" />
        <RailFootPlace />
      </nav>
      <div className="app-column">
        <header className="no-print first-line">
          <TopBar start={start} />
        </header>
        <main
          id="main"
          aria-busy={isFresh ? undefined : true}
          className={classes('app-main', !isFresh && 'pointer-events-none opacity-0', className)}
        >
          {children}
        </main>
        <Footer locale={locale} settings className="mx-5 rail:mx-11" />
      </div>
    </div>
  )
}
