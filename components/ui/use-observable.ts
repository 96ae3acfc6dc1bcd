'use client'
import { useSyncExternalStore } from 'react'
import type { Observable } from '@/lib/observable'

/** The current value; `onServer` on the server and until React has hydrated the page. */
export const useObservable = <T>({ subscribe, get }: Omit<Observable<T>, 'set'>, onServer: T): T =>
  useSyncExternalStore(subscribe, get, () => onServer)
