'use client'
import { useSyncExternalStore } from 'react'
import type { Observable } from '@/lib/observable'

/** The value as it is now; `onServer` until React has taken the page over. */
export const useObservable = <T>({ subscribe, get }: Observable<T>, onServer: T): T =>
  useSyncExternalStore(subscribe, get, () => onServer)
