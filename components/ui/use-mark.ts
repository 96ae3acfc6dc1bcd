'use client'
import { useSyncExternalStore } from 'react'
import { isMarked, subscribeToMarks } from '@/lib/local-marks'

/** Whether a mark stands in this browser; false on the server and until React has taken the page over. */
export const useMark = (mark: string): boolean =>
  useSyncExternalStore(
    subscribeToMarks,
    () => isMarked(mark),
    () => false,
  )
