'use client'
import { createContext, useContext } from 'react'
import type { Day } from '@/lib/time/day'

/** The viewer's day when the page was made: dates of another year name their year. */
export const TodayContext = createContext<Day | null>(null)

/** The viewer's day when the page was made. Throws outside a signed-in page. */
export function useToday(): Day {
  const today = useContext(TodayContext)
  if (today === null) throw new Error('There is no today outside a signed-in page.')
  return today
}
