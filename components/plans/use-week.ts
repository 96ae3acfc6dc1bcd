'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import { Problem } from '@/lib/http/problem'
import type { Plan, PlanFields, WeekOfPlans } from '@/lib/plans/contract'
import { plansDevice } from '@/lib/plans/late'
import { changesFrom } from '@/lib/plans/merge'
import { fieldsOf } from '@/lib/plans/plan-fields'
import { usePolling, type PollResult } from './use-polling'

/** What the other changed of a plan since this page showed it: how it was, or that it is new. */
export type PlanChangeNote = Readonly<{ before: PlanFields | null; fields: readonly (keyof PlanFields)[] }>

export type LiveWeek = Readonly<{
  week: WeekOfPlans
  /** By plan, until it is put back or changed here. */
  notes: ReadonlyMap<string, PlanChangeNote>
  reach: 'fine' | 'away' | 'signed-out'
  /**
   * Does something that changes the week, and shows what stands afterwards. Versions that it answers are this page's
   * own.
   */
  change: <T extends { id: string; version: number } | null>(work: () => Promise<T>) => Promise<T>
  /** Shows a week that an answer brought. */
  show: (week: WeekOfPlans) => void
}>

/** The week on this page, with the other's changes as they come, told apart from one's own. */
export function useWeek(initial: WeekOfPlans): LiveWeek {
  const router = useRouter()
  const [week, setWeek] = useState(initial)
  const [notes, setNotes] = useState<ReadonlyMap<string, PlanChangeNote>>(new Map())
  const [reach, setReach] = useState<LiveWeek['reach']>('fine')
  const seen = useRef({ week: initial, etag: null as string | null, changes: 0, under: 0, own: new Set<string>() })

  const take = useCallback((next: WeekOfPlans, mine: boolean) => {
    const { week: before, own } = seen.current
    if (!mine) setNotes((notes) => noteChanges(notes, before, next, own))
    seen.current.week = next
    setWeek(next)
  }, [])

  const ask = useCallback(
    async (signal: AbortSignal): Promise<PollResult | 'stop'> => {
      const { changes, etag } = seen.current
      try {
        const found = await plansDevice.fetchWeekIfChanged(browserDevice(), initial.week, etag, signal)
        setReach('fine')
        // What was asked for before a change of one's own was kept may not know it yet.
        if (changes !== seen.current.changes || seen.current.under > 0) return 'new'
        if (!found) return 'same'
        seen.current.etag = found.etag
        take(found.answer, false)
        return 'new'
      } catch (error) {
        if (signal.aborted) return 'stop'
        if (error instanceof Problem && error.code === 'not-paired') {
          router.refresh()
          return 'stop'
        }
        if (error instanceof Problem && error.code === 'signed-out') {
          setReach('signed-out')
          return 'stop'
        }
        setReach('away')
        return 'none'
      }
    },
    [initial.week, router, take],
  )

  usePolling(ask)

  const change: LiveWeek['change'] = useCallback(
    async (work) => {
      seen.current.under++
      try {
        const kept = await work()
        if (kept) {
          seen.current.own.add(`${kept.id} ${kept.version}`)
          setNotes((notes) => (notes.has(kept.id) ? new Map([...notes].filter(([id]) => id !== kept.id)) : notes))
        }
        return kept
      } finally {
        seen.current.under--
        seen.current.changes++
        await ask(new AbortController().signal)
      }
    },
    [ask],
  )

  const show = useCallback(
    (next: WeekOfPlans) => {
      seen.current.changes++
      take(next, true)
    },
    [take],
  )
  return { week, notes, reach, change, show }
}

function noteChanges(
  notes: ReadonlyMap<string, PlanChangeNote>,
  before: WeekOfPlans,
  next: WeekOfPlans,
  own: ReadonlySet<string>,
): ReadonlyMap<string, PlanChangeNote> {
  const found = new Map(notes)
  const known = new Map([...before.plans, ...before.ahead].map((plan) => [plan.id, plan]))
  for (const plan of next.plans) {
    if (plan.version === 0 || own.has(`${plan.id} ${plan.version}`)) continue
    const was = known.get(plan.id)
    if (!was && plan.ritualId === null) found.set(plan.id, { before: null, fields: [] })
    if (!was || was.version === plan.version) continue
    const fields = changedFields(was, plan)
    if (fields.length > 0) found.set(plan.id, { before: fieldsOf(was), fields })
  }
  return found
}

const changedFields = (was: Plan, plan: Plan): (keyof PlanFields)[] =>
  Object.keys(changesFrom(fieldsOf(was), fieldsOf(plan))) as (keyof PlanFields)[]
