'use client'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { DEFAULT_LOCALE } from '@/lib/messages/locale'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { translate } from '@/lib/messages/translate'
import { Footer } from './footer'
import { SkipLink } from './skip-link'
import { BackLink, TopBar, type BackTarget } from './top-bar'
import { useCameFrom } from './use-came-from'

type OpenFrameProps = Readonly<{
  children: ReactNode
  back?: BackTarget | undefined
  /** Leads back to the page of the product that the person came from, if there is one. */
  leadsBack?: boolean
  /** As wide as a flow: a form alone. */
  narrow?: boolean
  /** Beside *Hide*: "Sign in". */
  aside?: ReactNode
  className?: string | undefined
}>

/** The frame of pages that anybody may read, without a session. */
export function OpenFrame({ children, back, leadsBack = false, narrow = false, aside, className }: OpenFrameProps) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-295 flex-col">
      <SkipLink locale={DEFAULT_LOCALE} />
      <header className="no-print first-line">
        <TopBar start={back ? <BackLink {...back} /> : leadsBack ? <BackOrWordmark /> : <Wordmark />} aside={aside} />
      </header>
      <main
        id="main"
        className={classes(
          'open-page-room flex-1 px-5 pt-2 pb-10',
          narrow ? 'mx-auto w-full max-w-160' : 'rail:px-11',
          className,
        )}
      >
        {children}
      </main>
      <Footer
        locale={DEFAULT_LOCALE}
        className={classes('pb-safe-3', narrow ? 'mx-auto w-[calc(100%-40px)] max-w-150' : 'mx-5 rail:mx-11')}
      />
    </div>
  )
}

const Wordmark = () => (
  <Link href="/" className="reach wordmark">
    {translate(DEFAULT_LOCALE, shellMessages)('brand')}
  </Link>
)

function BackOrWordmark() {
  const came = useCameFrom()
  const t = translate(DEFAULT_LOCALE, shellMessages)
  return came ? <BackLink href={came.path} label={t(`back.${came.from}`)} /> : <Wordmark />
}
