'use client'
import NextLink, { useLinkStatus } from 'next/link'
import { useEffect, type ComponentProps } from 'react'
import { uiMessages } from '@/lib/messages/rooms/ui'
import { useTranslations } from '@/lib/messages/use-translations'
import { observable } from '@/lib/observable'
import { useObservable } from './use-observable'

export type LinkProps = ComponentProps<typeof NextLink>

/**
 * A link to one of our own pages. Nothing is fetched ahead: each page is made for one person at one moment, so that twenty requests a
 * page would bring little, on what may be a small machine at home. While the next page is on its way `NavigationProgress` says so.
 */
export function Link({ children, ...rest }: LinkProps) {
  return (
    <NextLink prefetch={false} {...rest}>
      {children}
      <PendingCounter />
    </NextLink>
  )
}

/** A page that comes sooner needs no word about it, in ms. */
const QUIET_MS = 400

/** How many pages are awaited. */
const awaitedPages = observable(0)
const add = (n: number) => awaitedPages.set(awaitedPages.get() + n)

/** Inside a link, which knows whether what it leads to is awaited. */
function PendingCounter() {
  const { pending } = useLinkStatus()
  useEffect(() => {
    if (!pending) return
    let isCounted = false
    const timer = setTimeout(() => {
      isCounted = true
      add(1)
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      if (isCounted) add(-1)
    }
  }, [pending])
  return null
}

/** A thin line along the top while a page that was asked for takes its time. Stands once, in the root layout. */
export function NavigationProgress() {
  const t = useTranslations(uiMessages)
  const isAwaited = useObservable(awaitedPages, 0) > 0
  return (
    <div aria-live="polite" className="no-print">
      {isAwaited ? (
        <div className="on-the-way">
          <span className="sr-only">{t('onTheWay')}</span>
        </div>
      ) : null}
    </div>
  )
}
