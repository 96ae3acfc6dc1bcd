'use client'
import { useRouter } from 'next/navigation'
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { loggedMoments } from '@/components/moments/logged-moments'
import { useObservable } from '@/components/ui/use-observable'
import { browserDevice } from '@/lib/device/browser-device'
import type { Dashboard } from '@/lib/dashboard/device'
import { dashboardDevice } from '@/lib/dashboard/late'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'

/** The most requests that one tap makes, for a couple with long times in which nothing fed. */
const MOST_AT_ONCE = 8

type FedRows = Readonly<{
  /** Goes up when something that fed was changed on this page, so that what was fetched before is outdated. */
  round: number
  /** Fetches what fed, the newest first, until it is enough, each part once a round. */
  fetchUntil: (isEnough: (dashboard: Dashboard) => boolean) => Promise<Dashboard>
  changed: () => void
  /** The type to which the list is narrowed, or null for all five. */
  type: IntimacyType | null
  choose: (type: IntimacyType | null) => void
  /** The type whose radio takes the keyboard, once it is there. */
  takesFocusRef: RefObject<IntimacyType | null>
}>

const FedRowsContext = createContext<FedRows | null>(null)

/** Wraps Lately: fetches what fed once, and again after a change, and knows of which type the list is. */
export function WhatFedRows({ children }: { children: ReactNode }) {
  const router = useRouter()
  const [changes, setChanges] = useState(0)
  // a moment may be taken back here that was logged on its own page
  const logged = useObservable(loggedMoments, 0)
  const loggedBefore = useRef(logged)
  useEffect(() => {
    if (loggedBefore.current === logged) return
    loggedBefore.current = logged
    router.refresh()
  }, [logged, router])
  const round = changes + logged
  const [type, choose] = useState<IntimacyType | null>(null)
  const takesFocusRef = useRef<IntimacyType | null>(null)
  const fetching = useMemo(() => {
    const fetched: Promise<Dashboard>[] = []
    const fetchPart = async (place: number): Promise<Dashboard> => {
      const before = await fetched[place - 1]
      return dashboardDevice.fetchDashboard(browserDevice(), before ?? null)
    }
    const fetchOnce = (place: number): Promise<Dashboard> =>
      (fetched[place] ??= fetchPart(place).catch((error: unknown) => {
        delete fetched[place]
        throw error
      }))
    return {
      round,
      fetchUntil: async (isEnough: (dashboard: Dashboard) => boolean): Promise<Dashboard> => {
        const most = fetched.length + MOST_AT_ONCE
        let dashboard = await fetchOnce(0)
        for (let place = 1; place < most && !isEnough(dashboard); place += 1) dashboard = await fetchOnce(place)
        return dashboard
      },
      changed: () => {
        setChanges((before) => before + 1)
        router.refresh()
      },
    }
  }, [round, router])
  const rows = useMemo((): FedRows => ({ ...fetching, type, choose, takesFocusRef }), [fetching, type])
  return <FedRowsContext.Provider value={rows}>{children}</FedRowsContext.Provider>
}

/** What the surrounding `WhatFedRows` holds. Throws without one. */
export function useFedRows(): FedRows {
  const rows = useContext(FedRowsContext)
  if (!rows) throw new Error('useFedRows needs a WhatFedRows around it.')
  return rows
}
