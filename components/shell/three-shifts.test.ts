import { expect, test } from 'vitest'
import { countShifts, SHIFTS } from './three-shifts'

type Press = readonly [key: string, timeStamp: number]
const leaves = (...presses: readonly Press[]) => {
  let counted: readonly number[] = []
  return presses.some(([key, timeStamp]) => {
    counted = countShifts(counted, { key, timeStamp })
    return counted.length === SHIFTS
  })
}
const shiftsAt = (...times: readonly number[]) => times.map((time): Press => ['Shift', time])

test('three presses of Shift within 1.5 seconds in all leave', () => {
  expect(leaves(...shiftsAt(0, 100, 200))).toBe(true)
  expect(leaves(...shiftsAt(0, 700, 1499))).toBe(true)
  expect(leaves(...shiftsAt(0, 2000, 2700, 3400))).toBe(true)
})

test('slower presses, fewer, or with another key between do not', () => {
  expect(leaves(...shiftsAt(0, 700, 1500))).toBe(false)
  expect(leaves(...shiftsAt(0, 1000, 2000, 3000, 4000, 5000))).toBe(false)
  expect(leaves(...shiftsAt(0, 100))).toBe(false)
  expect(leaves(['Shift', 0], ['A', 50], ['Shift', 100], ['B', 150], ['Shift', 200], ['C', 250])).toBe(false)
})
