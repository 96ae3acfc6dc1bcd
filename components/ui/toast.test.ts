import { afterEach, expect, test, vi } from 'vitest'
import { hideToast, offerUndo, runToastAction, showToast, shownToasts } from './toast'

const texts = () => shownToasts.get().map(({ text }) => text)
afterEach(() => shownToasts.get().forEach(({ key }) => hideToast(key)))

test('a newer toast takes the place of one without a button, never of an undo', () => {
  showToast({ text: 'Saved.' })
  offerUndo({ text: 'The page was removed.', undo: () => {} })
  expect(texts()).toEqual(['The page was removed.'])
  offerUndo({ text: 'The moment was removed.', undo: () => {} })
  showToast({ text: 'Saved.' })
  showToast({ text: 'Added.' })
  expect(texts()).toEqual(['The page was removed.', 'The moment was removed.', 'Added.'])
})

test('an undo runs once, and is gone without being over', () => {
  const [undo, onGone] = [vi.fn(), vi.fn()]
  offerUndo({ text: 'Removed.', undo, onGone })
  for (const toast of shownToasts.get()) runToastAction(toast)
  expect([undo.mock.calls.length, onGone.mock.calls.length, texts()]).toEqual([1, 0, []])
})

test('an undo that was not used says once that it is over', () => {
  const onGone = vi.fn()
  const key = offerUndo({ text: 'Removed.', undo: () => {}, onGone })
  hideToast(key)
  hideToast(key)
  expect(onGone).toHaveBeenCalledOnce()
})

test('two equal toasts are two', () => {
  for (const _ of ['first', 'second']) offerUndo({ text: 'Removed.', undo: () => {} })
  const [first] = shownToasts.get()
  if (first) hideToast(first.key)
  expect(texts()).toEqual(['Removed.'])
})
