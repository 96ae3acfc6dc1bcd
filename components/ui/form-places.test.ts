import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { until } from '@/lib/testing/until'
import { makeFormPlaces, type FormPlaces } from './form-places'
import { hideToast, runToastAction, shownToasts } from './toast'

let forms: FormPlaces
const offers = () => shownToasts.get().filter(({ text }) => text === 'Not saved.')
const hideAll = () => shownToasts.get().forEach(({ key }) => hideToast(key))
/** The open form, which the test expects to be there. */
const shown = () => {
  const form = forms.get().shown
  if (!form) throw new Error('A form is open.')
  return form
}
const undo = async () => {
  const offer = offers().at(-1)
  if (!offer) throw new Error('An undo is offered.')
  runToastAction(offer)
  await until('a form is shown', () => forms.get().shown !== null)
}

beforeEach(() => {
  forms = makeFormPlaces('Not saved.')
})
afterEach(hideAll)

test('a form in which nothing was typed closes without a word', async () => {
  forms.open('today')
  expect(shown().place).toBe('today')
  await forms.leave()
  expect(forms.get()).toEqual({ shown: null, mounted: [] })
  expect(offers()).toEqual([])
})

test('a form that was saved closes without a word', () => {
  forms.open('today')
  forms.touch(shown())
  forms.close()
  expect(forms.get()).toEqual({ shown: null, mounted: [] })
  expect(offers()).toEqual([])
})

test('a form that is left with changes stays mounted until its undo is over, and comes back as it was', async () => {
  forms.open('today')
  const form = shown()
  forms.touch(form)
  await forms.leave()
  expect(forms.get()).toEqual({ shown: null, mounted: [form] })
  expect(offers()).toHaveLength(1)
  await undo()
  expect(forms.get()).toEqual({ shown: form, mounted: [form] })
  await forms.leave() // what was typed before still counts
  hideAll()
  expect(forms.get()).toEqual({ shown: null, mounted: [] })
})

test('a form says itself whether it has changes, and what it says counts', async () => {
  forms.open('today')
  forms.touch(shown())
  forms.report(shown(), { isChanged: false })
  await forms.leave()
  expect(offers()).toEqual([])
  forms.open('today')
  forms.report(shown(), { isChanged: true }) // a draft that was found
  await forms.leave()
  expect(offers()).toHaveLength(1)
})

test('opening the form elsewhere leaves the one that is open', () => {
  forms.open('Monday')
  const monday = shown()
  forms.touch(monday)
  forms.open('Tuesday')
  expect(shown().place).toBe('Tuesday')
  expect(forms.get().mounted).toContain(monday)
  expect(offers()).toHaveLength(1)
})

test('a form that was opened meanwhile is left in its turn when the first one is brought back', async () => {
  forms.open('today')
  const first = shown()
  forms.touch(first)
  await forms.leave()
  forms.open('today')
  const second = shown()
  forms.touch(second)
  const [offer] = offers()
  if (offer) runToastAction(offer)
  await until('the first form is shown', () => forms.get().shown === first)
  expect(forms.get().mounted).toEqual([first, second])
  expect(offers()).toHaveLength(1)
  await undo()
  expect(forms.get().shown).toBe(second)
})

test('a stored draft is dropped before another form could find it, once, and brought back before the form is', async () => {
  const log: string[] = []
  const drop = async () => {
    log.push('dropped')
    await Promise.resolve()
    return { bringBack: async () => void log.push(`back, ${forms.get().shown ? 'open' : 'closed'}`) }
  }
  forms.open('line')
  forms.report(shown(), { isChanged: true, drop })
  const left = forms.leave()
  void forms.leave() // a second tap
  forms.open('line')
  expect(forms.get().shown).not.toBeNull()
  await left
  expect(forms.get().shown).toBeNull()
  expect(offers()).toHaveLength(1)
  await undo()
  expect(log).toEqual(['dropped', 'back, closed'])
})

test('the draft of a form without changes is dropped too, without a word', async () => {
  const drop = vi.fn(() => Promise.resolve(null))
  forms.open('line')
  forms.report(shown(), { isChanged: false, drop })
  await forms.leave()
  expect(drop).toHaveBeenCalledOnce()
  expect(offers()).toEqual([])
})

test('a form that is being sent can’t be left, and no other form takes its place', async () => {
  let isSending = true
  forms.open('Monday')
  const monday = shown()
  forms.touch(monday)
  forms.watch(monday, { isSending: () => isSending })
  await forms.leave()
  forms.open('Tuesday')
  expect(forms.get()).toEqual({ shown: monday, mounted: [monday] })
  expect(offers()).toEqual([])
  isSending = false
  forms.close()
  expect(forms.get()).toEqual({ shown: null, mounted: [] })
})

test('what is brought back while another form is being sent waits, and is not lost', async () => {
  forms.open('Monday')
  const monday = shown()
  forms.touch(monday)
  await forms.leave()
  forms.open('Tuesday')
  forms.watch(shown(), { isSending: () => true })
  const [offer] = offers()
  if (offer) runToastAction(offer)
  await until('an undo is offered again', () => offers().length === 1)
  expect(forms.get().mounted).toContain(monday)
  forms.close()
  await undo()
  expect(forms.get().shown).toBe(monday)
})

test('an undo leaves the screen with the place that it would open', async () => {
  forms.open('Monday')
  forms.touch(shown())
  await forms.leave()
  forms.open('Tuesday')
  forms.lose('Monday')
  expect(offers()).toEqual([])
  expect(forms.get().mounted).toEqual([shown()])
  forms.lose('Tuesday')
  expect(forms.get()).toEqual({ shown: null, mounted: [] })
})
