import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { changeDraft, type PageDraft } from './draft-body'
import { emptyVoice } from './page'

const [opened, today, chosen] = [parseDay('2026-11-27'), parseDay('2026-11-28'), parseDay('2026-11-03')]
const blank: PageDraft = {
  is: 'page',
  writing: { kind: 'reflection', text: '' },
  types: [],
  day: opened,
  base: 0,
}
const words = { writing: { kind: 'reflection', text: 'The' } } as const

test('the day of a new page is the day of its first word, not of opening the page', () => {
  expect(changeDraft(blank, words, () => today).day).toBe(today)
  expect(
    changeDraft({ ...blank, writing: emptyVoice }, { writing: { ...emptyVoice, voice: 'You' } }, () => today).day,
  ).toBe(today)
})

test('later words, other changes and white space leave the day as it is', () => {
  for (const [draft, change] of [
    [{ ...blank, ...words }, { writing: { kind: 'reflection', text: 'The flat' } }],
    [blank, { types: ['emotional'] }],
    [blank, { writing: { kind: 'reflection', text: ' \n' } }],
    [{ ...blank, base: 2 }, words], // an edit
  ] as const)
    expect(changeDraft(draft, change as Partial<PageDraft>, () => today).day).toBe(opened)
})

test('a day that the writer chose stays, chosen before the first word or after', () => {
  const before = changeDraft(blank, { day: chosen, dayChosen: true }, () => today)
  expect(changeDraft(before, words, () => today).day).toBe(chosen)
  const after = changeDraft({ ...blank, ...words }, { day: chosen, dayChosen: true }, () => today)
  expect(after.day).toBe(chosen)
})
