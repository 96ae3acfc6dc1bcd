// What other terms would change, in words, side by side.
import { inProductOrder } from '@/lib/intimacy/intimacy-type'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { translate } from '@/lib/messages/translate'
import { daysBetween } from '@/lib/time/day'
import { formatFullDay, formatList } from '@/lib/time/format'
import { weekOf, type WeekStart } from '@/lib/time/week'
import { daysInWords, lengthInWords, type RitualReader } from './in-words'
import type { ChosenTerms } from './terms'

/** One thing that differs, as it is and as it would be. */
export type TermsChange = Readonly<{
  what: 'title' | 'types' | 'days' | 'length' | 'starts'
  before: string
  after: string
}>

/**
 * What differs between two versions of terms, in the order of the form. Beside terms that hold, a first day is a change only where it
 * moves every second or fourth week to others; every suggestion says from when it would hold anyway.
 */
export function changesInWords(
  before: ComparedTerms,
  after: ComparedTerms,
  reader: RitualReader,
  holds: boolean,
): TermsChange[] {
  const changes = wordsOf(before, reader).map(
    ([what, words], index): TermsChange => ({ what, before: words, after: wordsOf(after, reader)[index]?.[1] ?? '' }),
  )
  const starts = !holds || movesToOtherWeeks(before, after)
  return changes.filter((change) => change.before !== change.after && (starts || change.what !== 'starts'))
}

type ComparedTerms = ChosenTerms & Readonly<{ weekStart: WeekStart }>

function movesToOtherWeeks(before: ComparedTerms, after: ComparedTerms): boolean {
  const [from, to] = [before, after].map(({ startsOn }) => weekOf(startsOn, after.weekStart).first)
  return (
    before.everyWeeks === after.everyWeeks &&
    from !== undefined &&
    to !== undefined &&
    (daysBetween(from, to) / 7) % after.everyWeeks !== 0
  )
}

const wordsOf = (terms: ChosenTerms, reader: RitualReader): (readonly [TermsChange['what'], string])[] => [
  ['title', terms.title],
  [
    'types',
    formatList(
      inProductOrder(terms.types).map((type) => translate(reader.locale, intimacyMessages)(type)),
      reader.locale,
    ),
  ],
  ['days', daysInWords(terms, reader)],
  ['length', lengthInWords(terms.minutes, reader.locale)],
  ['starts', formatFullDay(terms.startsOn, reader.locale)],
]
