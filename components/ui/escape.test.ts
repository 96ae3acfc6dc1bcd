import type { KeyboardEvent } from 'react'
import { expect, test } from 'vitest'
import { onEscape } from './escape'

const press = (
  key: string,
  isUntouched: boolean,
  native: Readonly<{ isComposing?: boolean; keyCode?: number }> = {},
) => {
  let closed = false
  const handle = onEscape(() => (closed = true), isUntouched)
  handle({
    key,
    stopPropagation: () => {},
    nativeEvent: { isComposing: false, keyCode: 27, ...native },
  } as KeyboardEvent)
  return closed
}

test('Escape closes a form in which nothing was typed', () => {
  expect(press('Escape', true)).toBe(true)
  expect(press('Enter', true)).toBe(false)
})

test('Escape never closes a form in which something was typed', () => {
  expect(press('Escape', false)).toBe(false)
})

test('while letters are being composed, Escape ends the composition alone', () => {
  expect(press('Escape', true, { isComposing: true })).toBe(false)
  expect(press('Escape', true, { keyCode: 229 })).toBe(false)
})
