'use client'
import { useCallback, useState } from 'react'
import type { Plan } from '@/lib/plans/contract'
import type { Day } from '@/lib/time/day'

/** The plans of a week, each with the day under which it is shown. */
type HeldPlans = Readonly<{
  plans: readonly Readonly<{ plan: Plan; day: Day }>[]
  /** Holds a plan while its form is open (`isOpen`), or lets it go. */
  hold: (plan: Plan, isOpen: boolean) => void
}>

/**
 * A plan whose form is open stays where it is, also if the partner moves it to another day or week meanwhile: its form
 * would go with it, and what is typed there.
 */
export function useHeldPlans(plans: readonly Plan[]): HeldPlans {
  const [held, setHeld] = useState<ReadonlyMap<string, Plan>>(new Map())
  const hold = useCallback(
    (plan: Plan, isOpen: boolean) =>
      setHeld((before) => {
        if (before.has(plan.id) === isOpen) return before
        const others = [...before].filter(([id]) => id !== plan.id)
        return new Map(isOpen ? [...others, [plan.id, plan]] : others)
      }),
    [],
  )
  const gone = [...held.values()].filter(({ id }) => plans.every((plan) => plan.id !== id))
  return {
    plans: [...plans, ...gone].map((plan) => ({ plan, day: (held.get(plan.id) ?? plan).plannedOn })),
    hold,
  }
}
