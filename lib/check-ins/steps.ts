// The seven pairs of circles of the closeness scale: each step sets how much the two circles overlap.
import type { Step } from './contract'

export const STEPS: readonly Step[] = [1, 2, 3, 4, 5, 6, 7]

/** The overlapping share of a circle's area for each step: apart at 1, almost one at 7. */
const OVERLAP: Readonly<Record<Step, number>> = { 1: 0, 2: 0.1, 3: 0.2, 4: 0.34, 5: 0.5, 6: 0.68, 7: 0.86 }

/**
 * The overlapping share of two circles of radius 1 whose centres are `distance` apart, 0 to 2: the lens of two equal
 * circles, 2 acos(d/2) - (d/2) sqrt(4 - d²), over a circle's area (Weisstein, "Circle-Circle Intersection", MathWorld,
 * with R = r = 1).
 */
const overlapOf = (distance: number): number =>
  (2 * Math.acos(distance / 2) - (distance / 2) * Math.sqrt(4 - distance ** 2)) / Math.PI

/** The distance between the centres of a step's circles, in radii: 2 where they touch. Found by bisection. */
export function distanceOfStep(step: Step): number {
  let [near, far] = [0, 2]
  for (let round = 0; round < 40; round++) {
    const middle = (near + far) / 2
    if (overlapOf(middle) > OVERLAP[step]) near = middle
    else far = middle
  }
  return far
}
