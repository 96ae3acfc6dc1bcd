import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadWords } from './late-parts'
import { expectFailure } from './people.fixture'
import { checkNewPhrase, makePhrase, normalisePhrase, uncapitalise } from './phrase'
import { UNKIND_WORDS } from './unkind-words'

describe('a made phrase', () => {
  test('is five words of the list, joined by one space, and normal already', async () => {
    const words = new Set(await loadWords())
    expect(words.size).toBe(2048)
    for (let times = 0; times < 50; times++) {
      const phrase = await makePhrase()
      const made = phrase.split(' ')
      expect(made).toHaveLength(5)
      expect(made.every((word) => words.has(word))).toBe(true)
      expect(normalisePhrase(phrase)).toBe(phrase)
      checkNewPhrase(phrase)
    }
  })

  test('draws from the whole list', async () => {
    const drawn = new Set<string>()
    for (let times = 0; times < 1600; times++) for (const word of (await makePhrase()).split(' ')) drawn.add(word)
    // 8,000 draws miss a word with a chance of about e^-4.4: some 22 of 1,800, standard deviation 5.
    const kind = (await loadWords()).filter((word) => !UNKIND_WORDS.has(word))
    expect(drawn.size).toBeGreaterThan(kind.length - 60)
    expect([...drawn].filter((word) => !kind.includes(word))).toEqual([])
  })
})

describe('unkind words', () => {
  test('are of the list, and leave enough of it: 54 bits', async () => {
    const words = await loadWords()
    expect([...UNKIND_WORDS].filter((word) => !words.includes(word))).toEqual([])
    for (const word of ['jealous', 'suffer', 'divorce', 'ugly', 'weapon']) expect(UNKIND_WORDS).toContain(word)
    expect(5 * Math.log2(words.length - UNKIND_WORDS.size)).toBeGreaterThan(54)
  })
})

describe('a made phrase that was typed with capitals', () => {
  test.each([
    ['Velvet canyon lemon wisdom jealous', 'velvet canyon lemon wisdom jealous'],
    ['VELVET CANYON LEMON WISDOM OAK', 'velvet canyon lemon wisdom oak'],
    ['  Velvet  canyon lemon wisdom\u00a0oak ', 'velvet canyon lemon wisdom oak'],
  ])('%j is read as %j', async (typed, made) => expect(await uncapitalise(typed)).toBe(made))

  test.each([
    'velvet canyon lemon wisdom oak',
    'Velvet canyon lemon wisdom',
    'Velvet canyon lemon wisdom oak oak',
    'Velvet canyon lemon wisdom oaks',
    'Noor loves the old harbour',
    '',
  ])('%j is tried as it was typed alone', async (typed) => expect(await uncapitalise(typed)).toBeNull())
})

describe('a phrase that a person chose', () => {
  test.each([
    ['  two  words ', 'two words'],
    ['tab\tand\nline', 'tab and line'],
    ['ﬁne', 'fine'],
    ['e\u0301te\u0301', 'été'],
    ['a\u00a0b', 'a b'],
    ['Case Kept', 'Case Kept'],
    ['\u3000wide\u3000', 'wide'],
  ])('%j is normalised to %j', (typed, derived) => expect(normalisePhrase(typed)).toBe(derived))

  test('normalises to the same text when normalised again, decomposed, or surrounded by white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '\t', '\n', '\u00a0', '  '), (typed, space) => {
        const once = normalisePhrase(typed)
        expect(normalisePhrase(once)).toBe(once)
        expect(normalisePhrase(typed.normalize('NFD'))).toBe(once)
        expect(normalisePhrase(`${space}${typed}${space}`)).toBe(once)
      }),
      { numRuns: 500 },
    )
  })

  test('has 14 to 256 characters once normalised', async () => {
    checkNewPhrase('a'.repeat(14))
    checkNewPhrase('🫶'.repeat(14))
    checkNewPhrase('a'.repeat(256))
    await expectFailure('phrase-too-short', () => checkNewPhrase('a'.repeat(13)))
    await expectFailure('phrase-too-short', () => checkNewPhrase(`a${' '.repeat(20)}b`))
    await expectFailure('phrase-too-long', () => checkNewPhrase('a'.repeat(257)))
  })
})
