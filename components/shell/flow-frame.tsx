import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { translate } from '@/lib/messages/translate'
import { Footer } from './footer'
import { SkipLink } from './skip-link'
import { BackLink, TopBar, wordmark, type BackTo } from './top-bar'

type FlowFrameProps = Readonly<{
  children: ReactNode
  /** Where the flow came from; without it the product's name stands there. */
  back?: BackTo | undefined
  /** Instead of both: a button that goes one step back. */
  start?: ReactNode
  /** `writing` is the width of a page that is being written. */
  width?: 'flow' | 'writing' | undefined
  className?: string | undefined
}>

/** The frame of a guided flow: no places to go to, one thing to do. Its FlowFooter stands inside the form. */
export function FlowFrame({ children, back, start, width = 'flow', className }: FlowFrameProps) {
  const brand = (
    <Link href="/" className={classes('reach', wordmark)}>
      {translate('shell')('brand')}
    </Link>
  )
  return (
    <div className="flex min-h-dvh flex-col has-[.flow-footer]:pb-24 has-[.flow-footer_p]:pb-32">
      <SkipLink />
      <header className="mx-auto w-full max-w-[1180px]">
        <TopBar start={start ?? (back ? <BackLink {...back} /> : brand)} className="rail:px-11 rail:pt-5.5" />
      </header>
      <main
        id="main"
        className={classes('mx-auto w-full flex-1 px-5 pt-2 pb-10', width === 'writing' ? 'max-w-[760px]' : 'max-w-[640px]', className)}
      >
        {children}
      </main>
      <Footer className={classes('mx-auto w-[calc(100%-2.5rem)]', width === 'writing' ? 'max-w-[720px]' : 'max-w-[600px]')} />
    </div>
  )
}
