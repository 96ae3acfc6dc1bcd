// The first picture: what both marked, blind, right after pairing, so that their first week is not empty.
import type { Pair } from '@/lib/couples/people'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'

/** What a person marked: types that feel fed, and types they would love more of. A type is in one list at most. */
export type Hopes = Readonly<{ fed: readonly IntimacyType[]; more: readonly IntimacyType[] }>

export type Hope = 'fed' | 'more' | 'nothing'

export type FirstPicture = Readonly<{
  types: readonly Readonly<{ type: IntimacyType; hopes: Pair<Hope> }>[]
  /** Types that both would love more of, and types that feel fed to both, for the sentence above the picture. */
  bothMore: readonly IntimacyType[]
  bothFed: readonly IntimacyType[]
}>

const hopeFor = (type: IntimacyType, { fed, more }: Hopes): Hope =>
  more.includes(type) ? 'more' : fed.includes(type) ? 'fed' : 'nothing'

/** Makes the picture of both people's hopes, in pairing order, once both are revealed. */
export function firstPicture(hopes: Pair<Hopes>): FirstPicture {
  const types = INTIMACY_TYPES.map((type) => ({
    type,
    hopes: [hopeFor(type, hopes[0]), hopeFor(type, hopes[1])] as const,
  }))
  const both = (hope: Hope): IntimacyType[] =>
    types.filter((typeHopes) => typeHopes.hopes.every((value) => value === hope)).map(({ type }) => type)
  return { types, bothMore: both('more'), bothFed: both('fed') }
}
