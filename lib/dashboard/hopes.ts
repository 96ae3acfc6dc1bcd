// The first picture: what each of the two marked, blind, right after pairing, so that the first week is not empty.
import type { Pair } from '@/lib/couples/people'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'

/** What one person marked: types that feel fed, and types to have more of; a type stands in one of them, or in neither. */
export type Hopes = Readonly<{ fed: readonly IntimacyType[]; more: readonly IntimacyType[] }>

export type Hope = 'fed' | 'more' | 'nothing'

export type FirstPicture = Readonly<{
  types: readonly Readonly<{ type: IntimacyType; hopes: Pair<Hope> }>[]
  /** What the sentence above it names: types both would love more of, then those that feel fed to both. */
  bothMore: readonly IntimacyType[]
  bothFed: readonly IntimacyType[]
}>

const hopeFor = (type: IntimacyType, { fed, more }: Hopes): Hope =>
  more.includes(type) ? 'more' : fed.includes(type) ? 'fed' : 'nothing'

/** The picture of both people's hopes, in the order in which they paired; made only once both have marked theirs. */
export function firstPicture(hopes: Pair<Hopes>): FirstPicture {
  const types = INTIMACY_TYPES.map((type) => ({
    type,
    hopes: [hopeFor(type, hopes[0]), hopeFor(type, hopes[1])] as const,
  }))
  const both = (hope: Hope): IntimacyType[] =>
    types.filter((typeHopes) => typeHopes.hopes.every((value) => value === hope)).map(({ type }) => type)
  return { types, bothMore: both('more'), bothFed: both('fed') }
}
