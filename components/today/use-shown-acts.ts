'use client'
import { useSyncExternalStore } from 'react'
import { readMark } from '@/components/journal/read-mark'
import { openedAct, sortShown, type PartnerAct } from '@/lib/journal/partner-acts'
import { isMarked, subscribeToMarks } from '@/lib/local-marks'

/**
 * The acts that were not opened in this browser, then the terms that were opened and wait for an answer; null on the
 * server and until React has hydrated the page.
 */
export function useShownActs(acts: readonly PartnerAct[], me: string): PartnerAct[] | null {
  const keys = useSyncExternalStore(
    subscribeToMarks,
    () =>
      acts
        .map(openedAct)
        .filter((key) => isMarked(readMark(key, me)))
        .join(' '),
    () => null,
  )
  return keys === null ? null : sortShown(acts, new Set(keys.split(' ')))
}
