'use client'
import { useState } from 'react'
import type { Plan, PlanFields } from '@/lib/plans/contract'
import { mergeChanges, type MergeResult } from '@/lib/plans/merge'
import { fieldsOf } from '@/lib/plans/plan-fields'

type TouchedFields = Partial<{ [Key in keyof PlanFields]: PlanFields[Key] }>

/**
 * The draft of changes to a plan that the partner may change meanwhile. An untouched field shows the current value. A
 * touched field keeps what was typed, and remembers the value it had when it was touched first.
 */
export type PlanDraft = Readonly<{
  fields: PlanFields
  set: <Key extends keyof PlanFields>(key: Key, value: PlanFields[Key]) => void
  /** What is to be sent on top of the current plan, and the fields that the partner set to different values. */
  merged: MergeResult<PlanFields>
  /** Settles a collision with the viewer's value of the field, or with the partner's. */
  choose: (key: keyof PlanFields, whose: 'mine' | 'theirs') => void
}>

/** Holds the draft of changes to a plan. */
export function usePlanDraft(plan: Plan): PlanDraft {
  const [from, setFrom] = useState<TouchedFields>({})
  const [mine, setMine] = useState<TouchedFields>({})
  const current = fieldsOf(plan)
  const without = (touched: TouchedFields, key: keyof PlanFields): TouchedFields =>
    Object.fromEntries(Object.entries(touched).filter(([name]) => name !== key))
  return {
    fields: { ...current, ...mine },
    set: (key, value) => {
      setFrom((before) => (key in before ? before : { ...before, [key]: current[key] }))
      setMine((before) => ({ ...before, [key]: value }))
    },
    merged: mergeChanges({ ...current, ...from }, mine, current),
    choose: (key, whose) => {
      setFrom((before) => (whose === 'mine' ? { ...before, [key]: current[key] } : without(before, key)))
      if (whose === 'theirs') setMine((before) => without(before, key))
    },
  }
}
