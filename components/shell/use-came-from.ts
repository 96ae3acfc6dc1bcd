'use client'
import { useSyncExternalStore } from 'react'
import { cameFromOf, previousPage } from '@/lib/came-from'
import { navigationOfTab } from '@/lib/tab-history'

function read(): string {
  const found = navigationOfTab()
  const index = found?.currentEntry?.index ?? 0
  const previous =
    found &&
    previousPage(
      found
        .entries()
        .slice(0, index)
        .map(({ url }) => url),
      location.pathname,
    )
  const from = previous && cameFromOf(previous.path)
  return from ? `${previous.steps} ${from} ${previous.path}` : ''
}

function subscribe(listener: () => void): () => void {
  navigationOfTab()?.addEventListener('currententrychange', listener)
  return () => navigationOfTab()?.removeEventListener('currententrychange', listener)
}

/** The page that the person came from within the product, and how many steps of the history it is back; or null. */
export function useCameFrom() {
  const [steps = '', from, path] = useSyncExternalStore(subscribe, read, () => '').split(' ')
  return from && path ? { steps: Number(steps), from: from as NonNullable<ReturnType<typeof cameFromOf>>, path } : null
}
