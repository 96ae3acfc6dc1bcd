'use client'
import { useEffect, useState } from 'react'
import { useLoaded, type Loaded } from '@/components/ui/use-loaded'
import { useOnReturn } from '@/components/ui/use-on-return'
import { browserDevice } from '@/lib/device/browser-device'
import { fetchPagesSince, type PagesByDay } from '@/lib/journal/pages-by-day'
import type { Day } from '@/lib/time/day'
import type { Vault } from '@/lib/vault/vault'

/** After so long, in ms, it is shown that pages are being read. */
const SHOWS_AFTER = 1000

/**
 * One's own private pages back to a day, read again when the page comes to the front. `isSlow`: they are still being
 * read after a second.
 */
export function usePagesByDay(vault: Vault, since: Day): Loaded<PagesByDay> & Readonly<{ isSlow: boolean }> {
  const [isSlow, setSlow] = useState(false)
  const loaded = useLoaded(`${vault.uid} ${since}`, () => fetchPagesSince(browserDevice(), vault, since), vault)
  useOnReturn(loaded.again)
  const waits = loaded.value === null && loaded.error === null
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => setSlow(true), SHOWS_AFTER)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [waits])
  return { ...loaded, isSlow: waits && isSlow }
}
