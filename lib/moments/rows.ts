import 'server-only'
import { dayOfColumn } from '@/lib/db/day-column'
import { sealedOfColumn } from '@/lib/db/sealed-column'
import type { MomentRecord } from '@/lib/db/sealed-lists'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { MomentRow, MomentWho } from './contract'

export const momentColumns = {
  id: true,
  coupleId: true,
  authorId: true,
  rev: true,
  day: true,
  types: true,
  who: true,
  removed: true,
  sealed: true,
  addedAt: true,
  parts: { select: { personId: true, takenOut: true }, orderBy: { personId: 'asc' } },
} as const

export type StoredMoment = {
  id: string
  coupleId: string
  authorId: string
  rev: number
  day: Date
  types: IntimacyType[]
  who: MomentWho
  removed: boolean
  sealed: Uint8Array
  addedAt: Date
  parts: { personId: string; takenOut: boolean }[]
}

/** The API's row of a moment. */
export const momentRow = ({ coupleId, authorId, day, sealed, addedAt, parts, ...row }: StoredMoment): MomentRow => ({
  ...row,
  coupleId,
  authorId,
  day: dayOfColumn(day),
  sealed: sealedOfColumn(sealed),
  addedAt: addedAt.toISOString(),
  parts: parts.map(({ personId, takenOut }) => ({ personId, takenOut })),
})

/** The API's row of a moment of a list. */
export const listedMoment = ({
  id,
  coupleId,
  authorId,
  rev,
  day,
  types,
  who,
  removed,
  sealed,
  addedAt,
  parts,
}: MomentRecord): MomentRow => ({
  id,
  coupleId,
  authorId,
  rev,
  day,
  types,
  who,
  removed,
  sealed: sealedOfColumn(sealed),
  addedAt: addedAt.toISOString(),
  parts,
})
