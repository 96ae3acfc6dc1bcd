'use client'
import { useSyncExternalStore } from 'react'
import { isMarked, subscribeToMarks } from '@/lib/local-marks'

/** Whether a mark is set in this browser; false on the server and until React has hydrated the page. */
export const useMark = (mark: string): boolean =>
  useSyncExternalStore(
    subscribeToMarks,
    () => isMarked(mark),
    () => false,
  )
