import { classes } from '@/components/ui/classes'
import type { Step } from '@/lib/check-ins/contract'
import { distanceOfStep } from '@/lib/check-ins/steps'

type CirclesProps = Readonly<{
  step: Step
  /** `now`: the answerer's circle is filled. `wish`: both are outlines. */
  look?: 'now' | 'wish' | undefined
  /** The accessible name; without it the circles are decorative. */
  label?: string | undefined
  /** Aligns the pair to the start of its box, so that pairs in a column line up; else it is centred. */
  fromStart?: boolean | undefined
  /** Sets the width; the colour is the text colour. */
  className?: string | undefined
}>

/** Two circles, nearer with each of the seven steps. Our own drawing, after Aron, Aron and Smollan (1992). */
export function Circles({ step, look = 'now', label, fromStart, className }: CirclesProps) {
  const x = distanceOfStep(step) * 5
  return (
    <svg
      viewBox="-21 -11 42 22"
      className={classes('circles', look === 'now' && 'circles-now', className)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <g {...(fromStart ? { transform: `translate(${x - 10} 0)` } : {})}>
        <circle cx={-x} r="10" />
        <circle cx={x} r="10" />
      </g>
    </svg>
  )
}

/** Two circles that match no step, for when nothing is chosen yet. */
export const NoCircles = ({ className }: { className?: string }) => (
  <svg viewBox="-21 -11 42 22" className={classes('circles text-line', className)} aria-hidden="true">
    {[-11, 11].map((x) => (
      <circle key={x} cx={x} r="10" />
    ))}
  </svg>
)
