import { expect, test } from 'vitest'
import { distanceOfStep, STEPS } from './steps'

/** The overlapping share of two circles of radius 1, counted on a fine grid instead of by the formula. */
function counted(distance: number): number {
  const fine = 400
  let [inside, under] = [0, 0]
  for (let x = -fine; x <= fine; x++) {
    for (let y = -fine; y <= fine; y++) {
      const [px, py] = [x / fine, y / fine]
      if (px * px + py * py > 1) continue
      inside++
      if ((px - distance) ** 2 + py * py <= 1) under++
    }
  }
  return under / inside
}

test('the circles touch at the first step, and overlap by the designed share at each', () => {
  expect(distanceOfStep(1)).toBeCloseTo(2, 5)
  expect(STEPS.map((step) => Math.round(counted(distanceOfStep(step)) * 100))).toEqual([0, 10, 20, 34, 50, 68, 86])
})

test('each step is nearer than the one before, and the two circles never coincide', () => {
  const distances = STEPS.map(distanceOfStep)
  expect([...distances].sort((a, b) => b - a)).toEqual(distances)
  expect(new Set(distances).size).toBe(7)
  expect(Math.min(...distances)).toBeGreaterThan(0.1)
})
