import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { emptyVoice, type Page } from './page'
import { chosenWords, offeredParts, readSharedPage, sharedBody, sharedWordsOf } from './share'

const day = parseDay('2026-11-19')
const page: Page = {
  day,
  types: ['emotional'],
  writing: {
    ...emptyVoice,
    voice: 'You always let him down.',
    answer: 'I was there on Sunday.',
    effect: ' ',
    step: 'Say “I’m scared”.',
    before: 80,
    after: 30,
  },
}

test('the answer and the action of a voice page are chosen at first, and never what the voice says', () => {
  expect(offeredParts(page)).toEqual(['answer', 'step'])
  expect(offeredParts({ ...page, writing: { ...emptyVoice, voice: 'You…', answer: 'I do stay.' } })).toEqual(['answer'])
  expect(offeredParts({ day, types: [], writing: { kind: 'reflection', text: 'Soup.' } })).toEqual(['text'])
})

test('an empty part does not count as a part', () => {
  expect(Object.keys(sharedWordsOf(page))).toEqual(['answer', 'step', 'voice'])
})

test('the partner gets the chosen parts and no other part of the page', () => {
  const words = chosenWords(sharedWordsOf(page), ['step', 'answer', 'effect'])
  const body = sharedBody({ kind: 'voice', words, wants: 'listen', writtenDay: null, changedOn: null })
  expect(body).toEqual({ answer: 'I was there on Sunday.', step: 'Say “I’m scared”.', wants: 'listen' })
  expect(JSON.stringify(body)).not.toMatch(/let him down|80|30|2026/)
})

test('the day of writing is sent only where the writer chose it', () => {
  expect(
    sharedBody({ kind: 'voice', words: { answer: 'Yes.' }, wants: 'nothing', writtenDay: day, changedOn: null }),
  ).toEqual({
    answer: 'Yes.',
    wants: 'nothing',
    writtenDay: '2026-11-19',
  })
})

test('a shared page is read as it was built, and unknown keys are ignored', () => {
  const shared = {
    kind: 'voice',
    words: { answer: 'Yes, I do.', step: 'Call.' },
    wants: 'comfort',
    writtenDay: day,
    changedOn: parseDay('2026-11-25'),
  } as const
  expect(readSharedPage('voice', { ...sharedBody(shared), later: [1] })).toEqual(shared)
})

test('a body that is no shared page is refused', () => {
  for (const body of [
    {},
    { wants: 'money' },
    { wants: 'listen', answer: 1 },
    { wants: 'listen', writtenDay: '2026-02-30' },
  ]) {
    expect(() => readSharedPage('voice', body)).toThrow('bad-format')
  }
})
