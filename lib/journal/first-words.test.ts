import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { firstWordsOf, firstWordsOfDraft, firstWordsOfShared, shortenToLine } from './first-words'
import { emptyVoice } from './page'
import { chosenWords, PARTS, sharedWordsOf } from './share'

const day = parseDay('2026-11-19')
const voice = 'You always let him down.'

/** Pages about the voice, with any of the other parts. */
const voices = fc
  .record({ origin: fc.string(), answer: fc.string(), effect: fc.string(), step: fc.string() })
  .map((parts) => ({ ...emptyVoice, ...parts, voice }))

test('whatever else a page has, its first words are the answer or the step, and never what the voice says', () => {
  fc.assert(
    fc.property(voices, fc.subarray([...PARTS]), (writing, parts) => {
      const page = { day, types: [], writing }
      const draft = { is: 'page' as const, writing, types: [], day, base: 0 }
      for (const { text, isVoice } of [
        firstWordsOf(writing),
        firstWordsOfDraft(draft),
        firstWordsOfShared({ kind: 'voice', words: chosenWords(sharedWordsOf(page), parts) }),
      ]) {
        expect(isVoice).toBe(true)
        expect(['', shortenToLine(writing.answer), shortenToLine(writing.step)]).toContain(text)
        expect(text).not.toContain('let him down')
      }
    }),
  )
})

test('the answer comes before the step, and a page with neither has no words to show', () => {
  expect(firstWordsOf({ ...emptyVoice, voice, answer: 'I stayed.', step: 'Call.' }).text).toBe('I stayed.')
  expect(firstWordsOf({ ...emptyVoice, voice, answer: ' ', step: 'Call.' }).text).toBe('Call.')
  expect(firstWordsOf({ ...emptyVoice, voice, origin: 'A kitchen.' })).toEqual({ text: '', isVoice: true })
  expect(firstWordsOfShared({ kind: 'voice', words: { voice } })).toEqual({ text: '', isVoice: true })
})

test('a page of any other kind, a reply and a form show their own words', () => {
  expect(firstWordsOf({ kind: 'reflection', text: ' Soup,\ntoo salty.' })).toEqual({
    text: 'Soup, too salty.',
    isVoice: false,
  })
  expect(firstWordsOfShared({ kind: 'reflection', words: { text: 'Soup.' } }).text).toBe('Soup.')
  expect(firstWordsOfDraft({ is: 'reply', text: 'I hear you.' }).text).toBe('I hear you.')
  expect(firstWordsOfDraft({ is: 'form', page: '/moments/new', fields: { a: ' ', b: 'A walk.' } }).text).toBe('A walk.')
})

test('a text is shortened to one line, cut between words', () => {
  expect(shortenToLine('  One.\n\nTwo  three. ')).toBe('One. Two three.')
  expect(shortenToLine('The walk by the river\n\nIt was colder\r\nthan we thought.')).toBe(
    'The walk by the river · It was colder · than we thought.',
  )
  expect(shortenToLine('“One”\n川\n二。\n三')).toBe('“One” 川 · 二。 三')
  expect(shortenToLine('a quiet evening', 10)).toBe('a quiet…')
  expect(shortenToLine('a quiet, long evening', 10)).toBe('a quiet…')
  expect(shortenToLine('a “quiet”. Evening', 12)).toBe('a “quiet”…')
  expect(shortenToLine('x'.repeat(30), 10)).toBe(`${'x'.repeat(10)}…`)
})

/**
 * Every place that reads what the voice says, and why it may. A list, a card or a notice shows first words instead: a
 * new place here must be one where the whole page is written or read.
 */
const READS_THE_VOICE: Readonly<Record<string, 'written' | 'read whole' | 'shared' | 'judged'>> = {
  'components/journal/change-shared.tsx': 'shared',
  'components/journal/own-writing.tsx': 'read whole',
  'components/journal/shared-text.tsx': 'read whole',
  'components/journal/voice-flow.tsx': 'written',
  'components/journal/voice-step-fields.tsx': 'written',
  'components/journal/parts-picker.tsx': 'shared',
  'components/journal/shared-part-fields.tsx': 'shared',
  'lib/journal/share.ts': 'shared',
  'lib/journal/shared-copies.ts': 'shared',
  'lib/journal/page.ts': 'judged',
  'lib/journal/voice.ts': 'judged',
}

test('no list, card or notice reads what the voice says', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  )
  const found = files.filter(
    (file) =>
      /(?<!\.test|\.spec)\.tsx?$/.test(file) &&
      !/^lib\/(testing|db\/generated|messages)\//.test(file) &&
      /\.voice\b|\babout, voice\b|\bvoice, answer\b|\b(PARTS|VOICE_STEPS)\b/.test(readFileSync(file, 'utf8')),
  )
  expect(found.toSorted()).toEqual(
    [...Object.keys(READS_THE_VOICE), 'lib/journal/draft-body.ts'].toSorted(), // whose step is open, and no words
  )
})
