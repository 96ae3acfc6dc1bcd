'use client'
import { useState, type ReactNode } from 'react'
import { TwoMarksGesture } from '@/components/people/two-marks-gesture'

type AgreedMarkProps = Readonly<{
  /** How many versions of the terms both have agreed to. When it grows on this page, the two marks come together once. */
  agreements: number
  /** Whether it is a ritual of the two now; else only the words are shown, in the same room. */
  isAgreed: boolean
  children: ReactNode
}>

/** The line above a ritual's title, with the marks of both once they have said yes. */
export function AgreedMark({ agreements, isAgreed, children }: AgreedMarkProps) {
  const [first] = useState(agreements)
  return (
    <span className="flex min-h-8 items-center gap-1">
      {isAgreed ? (
        <TwoMarksGesture
          key={agreements}
          end="beside"
          moves={agreements > first}
          className="-ms-5 -me-3.5 h-7! w-18! flex-none"
        />
      ) : null}
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </span>
  )
}
