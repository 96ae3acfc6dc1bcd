'use client'
import { useSyncExternalStore } from 'react'
import { readMark } from '@/components/journal/read-mark'
import { openedAct, type PartnerAct } from '@/lib/journal/partner-acts'
import { isMarked, subscribeToMarks } from '@/lib/local-marks'

/** The acts that were not opened in this browser, in their order; null on the server and until React has hydrated the page. */
export function useUnopened(acts: readonly PartnerAct[], me: string): PartnerAct[] | null {
  const keys = useSyncExternalStore(
    subscribeToMarks,
    () =>
      acts
        .map(openedAct)
        .filter((key) => !isMarked(readMark(key, me)))
        .join(' '),
    () => null,
  )
  if (keys === null) return null
  const unopened = new Set(keys.split(' '))
  return acts.filter((act) => unopened.has(openedAct(act)))
}
