import { expect, test } from 'vitest'
import { distanceOfStep, STEPS } from './steps'

/** How much of a disc of radius 1 lies under another, counted point by point on a fine grid, without the formula. */
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

test('the circles touch at the first step, and come closer by as much as was drawn', () => {
  expect(distanceOfStep(1)).toBeCloseTo(2, 5)
  expect(STEPS.map((step) => Math.round(counted(distanceOfStep(step)) * 100))).toEqual([0, 10, 20, 34, 50, 68, 86])
})

test('each step is nearer than the one before, and none is one circle', () => {
  const distances = STEPS.map(distanceOfStep)
  expect([...distances].sort((a, b) => b - a)).toEqual(distances)
  expect(new Set(distances).size).toBe(7)
  expect(Math.min(...distances)).toBeGreaterThan(0.1)
})
