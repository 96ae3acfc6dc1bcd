import type { CSSProperties } from 'react'
import { classes } from '@/components/ui/classes'
import type { Step } from '@/lib/check-ins/contract'
import { STEPS, distanceOfStep } from '@/lib/check-ins/steps'

/** Half the distance between the circles of a step, for the shape: 50 % where they touch. */
const GAPS = Object.fromEntries(
  STEPS.map((step) => [step, { '--gap': `${+(distanceOfStep(step) * 25).toFixed(2)}%` } as CSSProperties]),
) as Readonly<Record<Step, CSSProperties>>

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

/**
 * Two circles, nearer with each of the seven steps. Our own drawing, after Aron, Aron and Smollan (1992). One element, because a month
 * has eighty: its shape is in app/shapes.css, as an icon's is.
 */
export const Circles = ({ step, look = 'now', label, fromStart, className }: CirclesProps) => (
  <span
    className={classes('circles', look === 'now' && 'circles-now', fromStart && 'circles-start', className)}
    style={GAPS[step]}
    {...(label ? { role: 'img', 'aria-label': label } : {})}
  />
)

/** Two circles that match no step, for when nothing is chosen yet. */
export const NoCircles = ({ className }: { className?: string }) => (
  <svg
    viewBox="-21 -11 42 22"
    strokeWidth="1.6"
    className={classes('block h-auto max-w-full overflow-visible fill-none stroke-current text-line-strong', className)}
    aria-hidden="true"
  >
    {[-11, 11].map((x) => (
      <circle key={x} cx={x} r="10" vectorEffect="non-scaling-stroke" />
    ))}
  </svg>
)
