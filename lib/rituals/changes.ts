import { inProductOrder } from '@/lib/intimacy/intimacy-type'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { translate } from '@/lib/messages/translate'
import { daysBetween } from '@/lib/time/day'
import { formatFullDay, formatList } from '@/lib/time/format'
import { weekOf, type WeekStart } from '@/lib/time/week'
import { ownDaysInWords, type DatedReader } from './in-words'
import { lengthInWords } from './length-in-words'
import type { ChosenTerms } from './terms'

/** One difference in words: as it is, and as it would be. */
export type TermsChange = Readonly<{
  what: 'title' | 'types' | 'days' | 'length' | 'starts'
  before: string
  after: string
}>

/**
 * Says what differs between two versions of terms, in the order of the form. `holds`: `before` is in force. Then the
 * first day counts as a change only if it moves a ritual of every second or fourth week to other weeks, as a suggestion
 * names its first day anyway.
 */
export function changesInWords(
  before: ComparedTerms,
  after: ComparedTerms,
  reader: DatedReader,
  holds: boolean,
): TermsChange[] {
  const changes = wordsOf(before, reader).map(
    ([what, words], index): TermsChange => ({ what, before: words, after: wordsOf(after, reader)[index]?.[1] ?? '' }),
  )
  const starts = !holds || movesToOtherWeeks(before, after)
  // One's own times on two first days can differ by a clock change, which is no change of the terms.
  const { locale, zone } = reader
  const [was, is] = [wordsOf(before, { locale, zone }), wordsOf(after, { locale, zone })]
  return changes.filter(({ what }, index) => was[index]?.[1] !== is[index]?.[1] && (starts || what !== 'starts'))
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

const wordsOf = (terms: ComparedTerms, reader: DatedReader): (readonly [TermsChange['what'], string])[] => [
  ['title', terms.title],
  [
    'types',
    formatList(
      inProductOrder(terms.types).map((type) => translate(reader.locale, intimacyMessages)(type)),
      reader.locale,
    ),
  ],
  ['days', ownDaysInWords(terms, reader)],
  ['length', lengthInWords(terms.minutes, reader.locale)],
  ['starts', formatFullDay(terms.startsOn, reader.locale)],
]
