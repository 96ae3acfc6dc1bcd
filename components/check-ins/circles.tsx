import { classes } from '@/components/ui/classes'
import type { Step } from '@/lib/check-ins/contract'
import { distanceOfStep } from '@/lib/check-ins/steps'

type CirclesProps = Readonly<{
  step: Step
  /** `now`: the answerer's circle is filled. `wish`: both are outlines. */
  look?: 'now' | 'wish' | undefined
  /** What they say, where nothing beside them does. */
  label?: string | undefined
  /** Drawn from the start of its place, so that pairs in a column begin on one line; else in its middle. */
  fromStart?: boolean | undefined
  /** The width; the colour is the text's. */
  className?: string | undefined
}>

/** Two circles, nearer with each of seven steps. Our own drawing, after Aron, Aron and Smollan (1992). */
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

/** Two circles that are none of the seven: nothing is chosen yet. */
export const NoCircles = ({ className }: { className?: string }) => (
  <svg viewBox="-21 -11 42 22" className={classes('circles text-line', className)} aria-hidden="true">
    {[-11, 11].map((x) => (
      <circle key={x} cx={x} r="10" />
    ))}
  </svg>
)
