// The sentence above the picture: types that both fed come first, then at most one that is quiet, and never one person.
import { RHYTHM_WEEKS, quietWeeks } from '@/lib/dashboard/row-phrase'
import type { BloomStep, DaysFed, TypeDays } from '@/lib/dashboard/days-fed'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'

export type LeadingSentence = Readonly<{
  fed:
    | Readonly<{ key: 'nothingYet' }>
    /** Under four weeks of data: on how many days anything was fed, and which types both fed. */
    | Readonly<{ key: 'soFar'; days: number; types: readonly IntimacyType[] }>
    /** Types that each of the two fed often, or else a little; or else that one or both fed at all. */
    | Readonly<{ key: 'both' | 'bothALittle' | 'oneOrBoth'; types: readonly IntimacyType[] }>
    /** There is something to look back at, and nothing of late. */
    | Readonly<{ key: 'quietLately' }>
  quiet: Readonly<{ type: IntimacyType; weeks: number }> | null
}>

const eachOf = (type: TypeDays, steps: readonly BloomStep[]): boolean =>
  type.steps.every((step) => steps.includes(step))

function whatWasFed({ knownWeeks, days }: DaysFed, lively: readonly TypeDays[]): LeadingSentence['fed'] {
  const named = (test: (type: TypeDays) => boolean): IntimacyType[] => lively.filter(test).map(({ type }) => type)
  if (knownWeeks === 0) return { key: 'nothingYet' }
  const often = named((type) => eachOf(type, ['often', 'aLot']))
  const both = named((type) => eachOf(type, ['aLittle', 'often', 'aLot']))
  const any = named((type) => !eachOf(type, ['quiet']))
  if (knownWeeks < RHYTHM_WEEKS) return { key: 'soFar', days, types: both }
  if (often.length) return { key: 'both', types: often }
  if (both.length) return { key: 'bothALittle', types: both }
  return any.length ? { key: 'oneOrBoth', types: any } : { key: 'quietLately' }
}

/** What the picture says first. Of several quiet types it names the one that has been so longest. */
export function leadingSentence(daysFed: DaysFed): LeadingSentence {
  const quiet = daysFed.types
    .map((type) => ({ type: type.type, weeks: quietWeeks(daysFed, type) }))
    .filter(({ weeks }) => weeks > 0)
  const lively = daysFed.types.filter(({ type }) => !quiet.some((typeDays) => typeDays.type === type))
  const fed = whatWasFed(daysFed, lively)
  // Where all is quiet, to name one type would be to blame it.
  if (fed.key === 'quietLately') return { fed, quiet: null }
  const longest = Math.max(...quiet.map(({ weeks }) => weeks))
  return { fed, quiet: quiet.find(({ weeks }) => weeks === longest) ?? null }
}
