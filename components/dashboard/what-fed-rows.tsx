'use client'
import { useRouter } from 'next/navigation'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import type { Dashboard } from '@/lib/dashboard/device'
import { dashboardDevice } from '@/lib/dashboard/late'

type FedRows = Readonly<{
  /** Goes up when something that fed was changed here, so that what was asked for before is old. */
  round: number
  /** What fed, asked for once a round, whatever number of types is opened. */
  fetchOnce: () => Promise<Dashboard>
  changed: () => void
}>

const FedRowsContext = createContext<FedRows | null>(null)

/** Around a page of Lately: what fed is asked for when the first type is opened, and anew after a change. */
export function WhatFedRows({ children }: { children: ReactNode }) {
  const router = useRouter()
  const [round, setRound] = useState(0)
  const rows = useMemo((): FedRows => {
    let asked: Promise<Dashboard> | null = null
    const ask = () =>
      (asked ??= dashboardDevice.fetchDashboard(browserDevice()).catch((error: unknown) => {
        asked = null
        throw error
      }))
    return {
      round,
      fetchOnce: ask,
      changed: () => {
        setRound((before) => before + 1)
        router.refresh()
      },
    }
  }, [round, router])
  return <FedRowsContext.Provider value={rows}>{children}</FedRowsContext.Provider>
}

export function useFedRows(): FedRows {
  const rows = useContext(FedRowsContext)
  if (!rows) throw new Error('WhatFedRows stands around whatever uses it.')
  return rows
}
