'use client'
import { useMinute } from '@/components/people/use-minute'
import { useLocale } from '@/lib/messages/use-translations'
import type { Plan } from '@/lib/plans/contract'
import { countdownToPlan } from '@/lib/plans/planned-start'
import { countdownInWords } from '@/lib/rituals/countdown-in-words'
import type { Zone } from '@/lib/time/zone'

type PlanCountdownProps = Readonly<{
  plan: Pick<Plan, 'plannedOn' | 'time' | 'minutes' | 'zone'>
  zone: Zone
  serverNow: number
}>

/** 'in 48 minutes', kept up to date by the minute. */
export function PlanCountdown({ plan, zone, serverNow }: PlanCountdownProps) {
  return countdownInWords(countdownToPlan(plan, useMinute(serverNow), zone), useLocale())
}
