'use client'
import NextLink, { useLinkStatus } from 'next/link'
import { useEffect, useEffectEvent, type ComponentProps } from 'react'
import { uiMessages } from '@/lib/messages/rooms/ui'
import { useTranslations } from '@/lib/messages/use-translations'
import { observable } from '@/lib/observable'
import { keepPage } from './keep-page'
import { showToast } from './toast'
import { useObservable } from './use-observable'

export type LinkProps = ComponentProps<typeof NextLink>

/**
 * A link to one of our own pages. Nothing is prefetched: each page is rendered for one person at one time, so
 * prefetching every link would cost a small server much and gain little. `NavigationProgress` shows that the next page
 * is loading.
 */
export function Link({ children, ...rest }: LinkProps) {
  return (
    <NextLink prefetch={false} {...rest}>
      {children}
      <PendingCounter />
    </NextLink>
  )
}

/** How long a page may take before the progress line is shown, in ms. */
const QUIET_MS = 400

/** How many pages are loading. */
const loadingPages = observable(0)
const add = (n: number) => loadingPages.set(loadingPages.get() + n)

/** Counts its link's page while it loads: only a component inside a link knows that. */
function PendingCounter() {
  useLoadingPage(useLinkStatus().pending)
  return null
}

/** Has `NavigationProgress` show that a page is loading, once that takes long. */
export function useLoadingPage(isLoading: boolean): void {
  useEffect(() => {
    if (!isLoading) return
    let isCounted = false
    const timer = setTimeout(() => {
      isCounted = true
      add(1)
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      if (isCounted) add(-1)
    }
  }, [isLoading])
}

/**
 * A thin line along the top while a page takes long to load. One that can't be reached leaves the page as it is, and a
 * sentence says so. Used once, in the root layout.
 */
export function NavigationProgress() {
  const t = useTranslations(uiMessages)
  const onKept = useEffectEvent(() => showToast({ text: t('unreachable') }))
  useEffect(() => keepPage(() => onKept()), [])
  const isLoading = useObservable(loadingPages, 0) > 0
  return (
    <div aria-live="polite" className="no-print">
      {isLoading ? (
        <div className="on-the-way">
          <span className="sr-only">{t('onTheWay')}</span>
        </div>
      ) : null}
    </div>
  )
}
