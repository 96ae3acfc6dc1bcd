// Seven pairs of circles, drawn by us: a step says how much of one disc lies under the other.
import type { Step } from './contract'

export const STEPS: readonly Step[] = [1, 2, 3, 4, 5, 6, 7]

/** Of one disc's area, how much lies under the other, step by step: apart at first, almost one at last. */
const OVERLAP: Readonly<Record<Step, number>> = { 1: 0, 2: 0.1, 3: 0.2, 4: 0.34, 5: 0.5, 6: 0.68, 7: 0.86 }

/**
 * How much of a disc of radius 1 lies under another one whose middle is `distance` away, 0 to 2: the lens of two equal circles,
 * 2 acos(d/2) - (d/2) sqrt(4 - d²), over the disc's area (Weisstein, "Circle-Circle Intersection", MathWorld, with R = r = 1).
 */
const overlapAt = (distance: number): number =>
  (2 * Math.acos(distance / 2) - (distance / 2) * Math.sqrt(4 - distance ** 2)) / Math.PI

/** How far apart the middles of a step's circles are, in radii: 2 where they touch. Found by halving: overlap falls with distance. */
export function distanceOfStep(step: Step): number {
  let [near, far] = [0, 2]
  for (let round = 0; round < 40; round++) {
    const middle = (near + far) / 2
    if (overlapAt(middle) > OVERLAP[step]) near = middle
    else far = middle
  }
  return far
}
