import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue, messages } from '@/lib/testing/catalogue'

const everything = messages()
const ordinary = everything.filter(([key]) => !key.startsWith('privacy.')) // the privacy page may use exact terms

const found = (texts: readonly [string, string][], words: readonly RegExp[]) =>
  texts.filter(([, text]) => words.some((word) => word.test(text)))

test('ordinary screens use no technical words', () => {
  const technical = [
    /\bkeys?\b/i,
    /\bvaults?\b/i,
    /\bsealed\b/i,
    /\bencrypt/i,
    /\bpassphrase/i,
    /\brecovery code/i,
    /\bunpair/i,
    /\brefram/i,
  ]
  expect(found(ordinary, technical)).toEqual([])
})

test('nothing is a score of a person', () => {
  const scoring = [
    /neglect/i,
    /\bmissed\b/i,
    /\bstreaks?\b/i,
    /\bscores?\b/i,
    /%/,
    /\bonly (\d|\{|once|twice|one\b|a few)/i,
  ]
  expect(found(everything, scoring)).toEqual([])
})

test('nobody is shouted at, labelled or promised safety', () => {
  expect(found(everything, [/!/, /\babusers?\b/i, /\bvictims?\b/i, /you are safe/i, /for your safety/i])).toEqual([])
})

test('no string mentions a feature that does not exist', () => {
  const later = [
    /\bmonthly\b/i,
    /\breviews?\b/i,
    /\bexport/i,
    /\bimport(?!ant)/i,
    /\bpasskey/i,
    /\breminders?\b/i,
    /\bcalendar feed/i,
    /\bseasons?\b/i,
    /coming soon/i,
    /\bnot yet available/i,
  ]
  expect(found(everything, later)).toEqual([])
})

test('every file of the catalogue is in use', () => {
  const files = readdirSync('lib/messages/en').map((file) => file.replace(/\.ts$/, ''))
  const rooms = Object.keys(catalogue).map((room) => room.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
  expect(rooms.sort()).toEqual(files.sort())
})

test('"can’t" is the one way to write it', () => {
  expect(found(everything, [/\bcannot\b/i, /\bcan not\b/i, /can't/i])).toEqual([])
})

// People who speak to their device say what they see (WCAG 2.5.3, Label in Name).
test('the longer name of a control begins with the words on it', () => {
  const texts = new Map(everything)
  const named = everything.flatMap(([key, text]) => {
    const shown = /Of$/.test(key) ? texts.get(key.replace(/Of$/, '')) : undefined
    return shown === undefined ? [] : [{ key, text, shown }]
  })
  expect(named.length).toBeGreaterThan(6)
  expect(named.filter(({ text, shown }) => !text.startsWith(shown))).toEqual([])
})
