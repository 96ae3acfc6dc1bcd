'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { useLoadingPage } from '@/components/ui/link'

/** How long a page may be hidden, in ms: an answer that does not come leaves no empty page. */
const MOST_MS = 10_000

/** The path to which a link back leads, from its tap until its page is there. */
let awaited: string | null = null

/** Goes back by so many entries of the tab's history, to a page that must not show what it was when it was left. */
export function goBack(steps: number, path: string): void {
  awaited = path
  history.go(-steps)
}

/**
 * Whether the page shows what is so now. The browser brings back the page of before, as it was, so until that was read
 * anew it is not to be shown; only its size is, because the place where one left it depends on that. Without a network
 * it is shown as it was.
 */
export function useFreshAfterBack(): boolean {
  const router = useRouter()
  const [isFresh, setFresh] = useState(
    () => awaited === null || awaited.split('?')[0] !== location.pathname || !navigator.onLine,
  )
  const [isReading, read] = useTransition()
  useLoadingPage(isReading)
  useEffect(() => {
    awaited = null
    if (isFresh) return
    // of one transition: the page is shown together with what was read
    read(() => {
      router.refresh()
      setFresh(true)
    })
    const timer = setTimeout(() => setFresh(true), MOST_MS)
    return () => clearTimeout(timer)
  }, [isFresh, router])
  return isFresh
}
