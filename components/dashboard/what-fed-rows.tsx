'use client'
import { useRouter } from 'next/navigation'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import type { Dashboard } from '@/lib/dashboard/device'
import { dashboardDevice } from '@/lib/dashboard/late'

type FedRows = Readonly<{
  /** Goes up when something that fed was changed on this page, so that what was fetched before is outdated. */
  round: number
  /** Fetches what fed, some pages of it, each once a round however many types are opened. */
  fetchPages: (count: number) => Promise<Dashboard>
  changed: () => void
}>

const FedRowsContext = createContext<FedRows | null>(null)

/** Wraps Lately: fetches what fed when the first type is opened, and again after a change. */
export function WhatFedRows({ children }: { children: ReactNode }) {
  const router = useRouter()
  const [round, setRound] = useState(0)
  const rows = useMemo((): FedRows => {
    const fetched: Promise<Dashboard>[] = []
    const fetchPage = async (place: number): Promise<Dashboard> => {
      const before = place > 0 ? await fetchPages(place) : null
      return before && before.next === null ? before : dashboardDevice.fetchDashboard(browserDevice(), before)
    }
    const fetchPages = (count: number): Promise<Dashboard> =>
      (fetched[count - 1] ??= fetchPage(count - 1).catch((error: unknown) => {
        delete fetched[count - 1]
        throw error
      }))
    return {
      round,
      fetchPages,
      changed: () => {
        setRound((before) => before + 1)
        router.refresh()
      },
    }
  }, [round, router])
  return <FedRowsContext.Provider value={rows}>{children}</FedRowsContext.Provider>
}

/** What the surrounding `WhatFedRows` holds. Throws without one. */
export function useFedRows(): FedRows {
  const rows = useContext(FedRowsContext)
  if (!rows) throw new Error('useFedRows needs a WhatFedRows around it.')
  return rows
}
