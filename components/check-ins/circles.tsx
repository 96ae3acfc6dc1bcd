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
      className={classes('block h-auto max-w-full overflow-visible', className)}
      focusable="false"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <g
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        {...(fromStart ? { transform: `translate(${x - 10} 0)` } : {})}
      >
        <circle cx={-x} r="10" vectorEffect="non-scaling-stroke" className={look === 'now' ? 'fill-own-half' : ''} />
        <circle cx={x} r="10" vectorEffect="non-scaling-stroke" />
      </g>
    </svg>
  )
}

/** Two circles that are none of the seven: nothing is chosen yet. */
export const NoCircles = ({ className }: { className?: string }) => (
  <svg
    viewBox="-21 -11 42 22"
    className={classes('block h-auto max-w-full overflow-visible text-line', className)}
    aria-hidden="true"
    focusable="false"
  >
    {[-11, 11].map((x) => (
      <circle
        key={x}
        cx={x}
        r="10"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        vectorEffect="non-scaling-stroke"
      />
    ))}
  </svg>
)
