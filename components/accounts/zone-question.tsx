'use client'
import { latePart } from '@/components/device/late-part'
import { useHydrated } from '@/components/ui/hydrated'
import { useMark } from '@/components/ui/use-mark'
import { tabClock } from '@/lib/device/calendar'
import { deviceZone, minutesAhead, type Zone } from '@/lib/time/zone'

const LateForm = latePart(async () => (await import('./zone-form')).ZoneForm, { lines: 0 })

type ZoneQuestionProps = Readonly<{ uid: string; zone: Zone; className?: string }>

/** Asks once whether the account should go by the days of the place that this device is in. */
export function ZoneQuestion(props: ZoneQuestionProps) {
  return useHydrated() ? <Question {...props} /> : null
}

function Question({ uid, zone, className }: ZoneQuestionProps) {
  const here = deviceZone()
  const answered = `zone-${here}:${uid}`
  const isAnswered = useMark(answered)
  if (isAnswered || minutesAhead(here, zone, tabClock.present()) === 0) return null
  return (
    <div className={className}>
      <LateForm here={here} zone={zone} mark={answered} />
    </div>
  )
}
