'use client'
import { useEffect, useState, type ReactNode } from 'react'
import { TwoMarksGesture } from '@/components/people/two-marks-gesture'
import { TwoMarksOnce } from '@/components/people/two-marks-once'
import { setMark } from '@/lib/local-marks'
import { awaitedMark } from './awaited-mark'

type AgreedMarkProps = Readonly<{
  ritualId: string
  /** The viewer's id. */
  uid: string
  /** How many versions of the terms both have agreed to. When it grows on this page, the two marks come together once. */
  agreements: number
  /** Whether it is a ritual of the two now; else only the words are shown, in the same room. */
  isAgreed: boolean
  /** The version of the viewer's terms that waits for the partner's yes, or null. */
  waits: number | null
  /** The newest version that both agreed to, if the viewer proposed it: the yes may have come while they were elsewhere. */
  answered: number | null
  children: ReactNode
}>

const LOOK = { end: 'beside', className: '-ms-3.5 -me-3.5 h-7! w-18! flex-none' } as const

/** The line above a ritual's title, with the marks of both once they have said yes. Each of the two sees them meet once. */
export function AgreedMark({ ritualId, uid, agreements, isAgreed, waits, answered, children }: AgreedMarkProps) {
  const [first] = useState(agreements)
  useEffect(() => {
    if (waits !== null) setMark(awaitedMark(ritualId, waits, uid), true)
  }, [ritualId, waits, uid])
  return (
    <span className="flex min-h-8 items-center gap-1">
      {!isAgreed ? null : answered === null ? (
        <TwoMarksGesture key={agreements} moves={agreements > first} {...LOOK} />
      ) : (
        <TwoMarksOnce key={agreements} mark={awaitedMark(ritualId, answered, uid)} {...LOOK} />
      )}
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </span>
  )
}
