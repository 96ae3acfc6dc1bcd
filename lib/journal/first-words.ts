// The first words by which a list, a card or a notice shows what somebody wrote. Nothing else shortens a text, so that
// what the critical inner voice says never stands in a list: only its page, once it is opened, shows that.
import { shortenLine } from '@/lib/cut-text'
import type { AnyDraft } from './draft-body'
import type { Writing } from './page'
import type { Part, SharedPage } from './share'

/**
 * `isVoice`: it is about the inner voice. Then `text` is empty until there is an answer, or a thing to do differently,
 * and a screen says instead what it is (`components/journal/shown-words.tsx`).
 */
export type FirstWords = Readonly<{ text: string; isVoice: boolean }>

/** The parts whose words can be shown for the whole: the ones that are shared by default. */
const SHOWN_PARTS = ['text', 'answer', 'step'] as const satisfies readonly Part[]

type Words = Readonly<Partial<Record<(typeof SHOWN_PARTS)[number], string | undefined>>>

const firstPart = (words: Words): string =>
  SHOWN_PARTS.map((part) => words[part] ?? '').find((text) => text.trim() !== '') ?? ''

const firstOf = (words: Words, most: number | undefined): string => shortenToLine(firstPart(words), most)

/** Returns the first words of a private page, at most `most` characters. */
export const firstWordsOf = (writing: Writing, most?: number): FirstWords => ({
  text: firstOf(writing, most),
  isVoice: writing.kind === 'voice',
})

/** Returns the first words of a shared page, at most `most` characters. */
export const firstWordsOfShared = ({ kind, words }: Pick<SharedPage, 'kind' | 'words'>, most?: number): FirstWords => ({
  text: firstOf(words, most),
  isVoice: kind === 'voice',
})

/** Returns the first line of a shared page, such as its title, at most `most` characters. */
export const firstLineOfShared = ({ words }: Pick<SharedPage, 'words'>, most?: number): string =>
  shortenToLine(
    firstPart(words)
      .trim()
      .split(/[\n\r\u2028\u2029]/u, 1)[0] ?? '',
    most,
  )

/** Returns the first words of an unfinished draft, at most `most` characters. */
export function firstWordsOfDraft(draft: AnyDraft, most?: number): FirstWords {
  if (draft.is === 'page') return firstWordsOf(draft.writing, most)
  const texts = draft.is === 'reply' ? [draft.text] : Object.values(draft.fields)
  return { text: shortenToLine(texts.find((text) => text.trim() !== '') ?? '', most), isVoice: false }
}

/**
 * As many characters as are two lines of a list on a phone, more or less: longer words are shortened between two words,
 * where the browser would cut inside one.
 */
export const TWO_LINES = 64

/** Joins the lines of a text into one. A line without punctuation at its end, such as a title, is set off by a dot. */
function joinLines(text: string): string {
  const lines = text.trim().split(/\s*[\n\r\u2028\u2029]\s*/u)
  const joined = lines.map((line, index) =>
    index === lines.length - 1 ? line : `${line}${/\p{P}$/u.test(line) ? '' : ' ·'} `,
  )
  return joined.join('').replace(/\s+/gu, ' ')
}

/**
 * Shortens a text that is no page, such as a reply, to one line of at most `most` characters. A page has first words of
 * its own, above.
 */
export const shortenToLine = (text: string, most = 180): string => shortenLine(joinLines(text), most)
