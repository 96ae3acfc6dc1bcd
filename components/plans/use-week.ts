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

/** What the partner changed in a plan since this page showed it. `before`: the earlier fields, null for a new plan. */
export type PlanChangeNote = Readonly<{ before: PlanFields | null; fields: readonly (keyof PlanFields)[] }>

export type LiveWeek = Readonly<{
  week: WeekOfPlans
  /** Not all of the week is here yet: the first poll brings it. */
  isPartial: boolean
  /** By the plan's id, until the change is put back or the plan is changed on this page. */
  notes: ReadonlyMap<string, PlanChangeNote>
  connection: 'online' | 'offline' | 'signed-out'
  /**
   * Runs a change to the week, and refetches the week. The version it resolves to is this page's own, so that it is not
   * reported as the partner's.
   */
  change: <T extends { id: string; version: number } | null>(work: () => Promise<T>) => Promise<T>
  /** Shows the week of an answer. */
  show: (week: WeekOfPlans) => void
}>

/** The live week of this page, with notes on what the partner changes meanwhile. */
export function useWeek(initial: WeekOfPlans, isCut: boolean): LiveWeek {
  const router = useRouter()
  const [{ week, isPartial }, setShown] = useState({ week: initial, isPartial: isCut })
  const [notes, setNotes] = useState<ReadonlyMap<string, PlanChangeNote>>(new Map())
  const [connection, setConnection] = useState<LiveWeek['connection']>('online')
  // `own`: id and version of every row this page has saved. `changes` counts finished changes, `running` unfinished
  // ones.
  const state = useRef({
    week: initial,
    isPartial: isCut,
    etag: null as string | null,
    changes: 0,
    running: 0,
    own: new Set<string>(),
  })

  const showWeek = useCallback((next: WeekOfPlans, mine: boolean) => {
    const { week: before, isPartial, own } = state.current
    if (!mine && !isPartial) setNotes((notes) => noteChanges(notes, before, next, own))
    Object.assign(state.current, { week: next, isPartial: false })
    setShown({ week: next, isPartial: false })
  }, [])

  const poll = useCallback(
    async (signal: AbortSignal): Promise<PollResult | 'stop'> => {
      const { changes, etag } = state.current
      try {
        const found = await plansDevice.fetchWeekIfChanged(browserDevice(), initial.week, etag, signal)
        setConnection('online')
        // An answer from before a change on this page may not have it yet.
        if (changes !== state.current.changes || state.current.running > 0) return 'new'
        if (!found) return 'same'
        state.current.etag = found.etag
        showWeek(found.answer, false)
        return 'new'
      } catch (error) {
        if (signal.aborted) return 'stop'
        if (error instanceof Problem && error.code === 'not-paired') {
          router.refresh()
          return 'stop'
        }
        if (error instanceof Problem && error.code === 'signed-out') {
          setConnection('signed-out')
          return 'stop'
        }
        setConnection('offline')
        return 'none'
      }
    },
    [initial.week, router, showWeek],
  )

  usePolling(poll)

  const change: LiveWeek['change'] = useCallback(
    async (work) => {
      state.current.running++
      try {
        const saved = await work()
        if (saved) {
          state.current.own.add(`${saved.id} ${saved.version}`)
          setNotes((notes) => (notes.has(saved.id) ? new Map([...notes].filter(([id]) => id !== saved.id)) : notes))
        }
        return saved
      } finally {
        state.current.running--
        state.current.changes++
        await poll(new AbortController().signal)
      }
    },
    [poll],
  )

  const show = useCallback(
    (next: WeekOfPlans) => {
      state.current.changes++
      showWeek(next, true)
    },
    [showWeek],
  )
  return { week, isPartial, notes, connection, change, show }
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

const changedFields = (was: PlanFields, plan: Plan): (keyof PlanFields)[] =>
  Object.keys(changesFrom(fieldsOf(was), fieldsOf(plan))) as (keyof PlanFields)[]
