// The sentence above the picture: types that both fed, then at most one quiet type. It never singles out a person.
import { RHYTHM_WEEKS } from '@/lib/dashboard/row-phrase'
import type { BloomStep, DaysFed, QuietType, TypeDays } from '@/lib/dashboard/days-fed'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'

export type LeadingSentence = Readonly<{
  fed:
    | Readonly<{ key: 'nothingYet' }>
    /** With under four whole weeks: on how many days anything was fed, and which types both fed. */
    | Readonly<{ key: 'soFar'; days: number; types: readonly IntimacyType[] }>
    /** Types that both fed often; else that both fed a little; else that either fed at all. */
    | Readonly<{ key: 'both' | 'bothALittle' | 'oneOrBoth'; types: readonly IntimacyType[] }>
    /** Something was fed earlier, but nothing lately. */
    | Readonly<{ key: 'quietLately' }>
  quiet: QuietType | null
}>

const hasSteps = (type: TypeDays, steps: readonly BloomStep[]): boolean =>
  type.steps.every((step) => steps.includes(step))

function whatWasFed({ begun, wholeWeeks, days }: DaysFed, lively: readonly TypeDays[]): LeadingSentence['fed'] {
  const typesWhere = (test: (type: TypeDays) => boolean): IntimacyType[] => lively.filter(test).map(({ type }) => type)
  if (begun === 'never') return { key: 'nothingYet' }
  const often = typesWhere((type) => hasSteps(type, ['often', 'aLot']))
  const both = typesWhere((type) => hasSteps(type, ['aLittle', 'often', 'aLot']))
  const any = typesWhere((type) => !hasSteps(type, ['quiet']))
  if (wholeWeeks < RHYTHM_WEEKS) return { key: 'soFar', days, types: both }
  if (often.length) return { key: 'both', types: often }
  if (both.length) return { key: 'bothALittle', types: both }
  return any.length ? { key: 'oneOrBoth', types: any } : { key: 'quietLately' }
}

/** Chooses the sentence above the picture. Where several types are quiet it names none. */
export function leadingSentence(daysFed: DaysFed): LeadingSentence {
  const lively = daysFed.types.filter(({ type }) => type !== daysFed.quiet?.type)
  const fed = whatWasFed(daysFed, lively)
  // When everything is quiet, naming one type would sound like blame.
  return { fed, quiet: fed.key === 'quietLately' ? null : daysFed.quiet }
}
