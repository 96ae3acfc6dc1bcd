'use client'
import { useEffect, useRef } from 'react'

/** Calls `run` each time the page becomes visible again, after another tab or another app was in front. */
export function useOnReturn(run: () => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const runIfVisible = () => {
      if (document.visibilityState === 'visible') latest.current()
    }
    document.addEventListener('visibilitychange', runIfVisible)
    return () => document.removeEventListener('visibilitychange', runIfVisible)
  }, [])
}
