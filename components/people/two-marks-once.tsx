'use client'
import { useEffect, useState } from 'react'
import { useHydrated } from '@/components/ui/hydrated'
import { isMarked, setMark } from '@/lib/local-marks'
import { TwoMarksGesture, type TwoMarksGestureProps } from './two-marks-gesture'

type TwoMarksOnceProps = Omit<TwoMarksGestureProps, 'moves'> &
  Readonly<{
    /** Set in this browser while it waits for this, and removed once the gesture was drawn (lib/local-marks.ts). */
    mark: string
  }>

/** The gesture of two, which moves on the first view after this browser began to wait for it, and rests from then on. */
export function TwoMarksOnce(props: TwoMarksOnceProps) {
  const { mark, ...gesture } = props
  // The server doesn't know the mark: until then an empty room of the same size.
  if (!useHydrated()) return <TwoMarksGesture {...gesture} moves={false} className="invisible" />
  return <Drawn {...props} />
}

function Drawn({ mark, ...gesture }: TwoMarksOnceProps) {
  const [moves] = useState(() => isMarked(mark))
  useEffect(() => setMark(mark, false), [mark])
  return <TwoMarksGesture {...gesture} moves={moves} />
}
