'use client'
import type { ReactNode } from 'react'
import { useUnsent } from '@/components/ui/use-unsent'
import type { Plan, PlanFields } from '@/lib/plans/contract'
import { mergeChanges, type MergeResult } from '@/lib/plans/merge'
import { fieldsOf } from '@/lib/plans/plan-fields'

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
  notice: ReactNode
  /** Forgets the draft, because it was saved. */
  sent: () => void
}>

/** Holds the draft of changes to a plan. */
export function usePlanDraft(plan: Plan): PlanDraft {
  const current = fieldsOf(plan)
  const { fields, mine, from, change, settle, notice, sent } = useUnsent(`plan ${plan.id}`, current)
  return {
    fields,
    set: (key, value) => change({ [key]: value }),
    merged: mergeChanges({ ...current, ...from }, mine, current),
    choose: settle,
    notice,
    sent,
  }
}
