'use client'
import { useState } from 'react'
import type { Plan, PlanFields } from '@/lib/plans/contract'
import { mergeChanges, type MergeResult } from '@/lib/plans/merge'
import { fieldsOf } from '@/lib/plans/plan-fields'

type TouchedFields = Partial<{ [Key in keyof PlanFields]: PlanFields[Key] }>

/**
 * What is being changed of a plan that may change under one's hands: a field that was not touched shows what stands,
 * one that was keeps what was typed, and remembers what stood when it was touched first.
 */
export type PlanDraft = Readonly<{
  fields: PlanFields
  set: <Key extends keyof PlanFields>(key: Key, value: PlanFields[Key]) => void
  /** What is to be sent on top of what stands, and the fields that the other changed to something else meanwhile. */
  merged: MergeResult<PlanFields>
  /** Goes on from what stands: with one's own value of the field, or with the other's. */
  choose: (key: keyof PlanFields, whose: 'mine' | 'theirs') => void
}>

export function usePlanDraft(plan: Plan): PlanDraft {
  const [from, setFrom] = useState<TouchedFields>({})
  const [mine, setMine] = useState<TouchedFields>({})
  const current = fieldsOf(plan)
  const without = (touched: TouchedFields, key: keyof PlanFields): TouchedFields =>
    Object.fromEntries(Object.entries(touched).filter(([other]) => other !== key))
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
