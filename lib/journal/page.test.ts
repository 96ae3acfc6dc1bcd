import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { emptyReflection, emptyVoice, isBlank, readPage, sealable, type Page } from './page'

const day = parseDay('2026-11-19')
const voice: Page = {
  day,
  types: ['emotional', 'spiritual'],
  writing: { ...emptyVoice, about: 'partner', voice: 'He…', answer: 'I know him.', stepDay: day, before: 70 },
}

test('a page is read as it was sealed', () => {
  for (const page of [voice, { day, types: [], writing: { kind: 'reflection', text: 'Soup,\ntoo salty.' } } as const])
    expect(readPage(sealable(page))).toEqual(page)
})

test('the kind is in the meta and each step in the body, as the format says', () => {
  expect(sealable(voice)).toEqual({
    meta: { types: ['emotional', 'spiritual'], day: '2026-11-19', kind: 'voice' },
    body: {
      about: 'partner',
      voice: 'He…',
      origin: '',
      answer: 'I know him.',
      effect: '',
      step: '',
      stepDay: '2026-11-19',
      before: 70,
      after: null,
    },
  })
})

test('a body that is no page is refused, and unknown keys are left out', () => {
  const { meta, body } = sealable(voice)
  expect(readPage({ meta, body: { ...body, mood: 'blue' } })).toEqual(voice)
  for (const wrong of [{ ...body, before: 101 }, { ...body, before: 1.5 }, { ...body, about: 'all' }, { text: 'x' }]) {
    expect(() => readPage({ meta, body: wrong })).toThrow('bad-format')
  }
  expect(() => readPage({ meta: { ...meta, types: ['spiritual', 'emotional'] }, body })).toThrow('bad-format')
  expect(() => readPage({ meta: { ...meta, kind: 'answer' }, body })).toThrow('bad-format')
})

test('a page is blank until it has a word', () => {
  expect(isBlank(emptyReflection)).toBe(true)
  expect(isBlank(emptyVoice)).toBe(true)
  expect(isBlank({ ...emptyVoice, before: 40 })).toBe(true)
  expect(isBlank({ ...emptyVoice, effect: 'I go quiet' })).toBe(false)
})
