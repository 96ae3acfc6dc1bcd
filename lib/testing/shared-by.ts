// Shared entries of bare accounts, for *.db.test.ts.
import { columnOfDay } from '@/lib/db/day-column'
import { Problem } from '@/lib/http/problem'
import { parseDay } from '@/lib/time/day'
import { as, outcome } from './as-person'
import type { BareAccount } from './bare-accounts'
import { bytesOf } from './sealed'

/** Adds an entry of `person` for both people, as the journal does. Returns 'done' or the code of the refusal. */
export const shareAs = (person: BareAccount, id: string, instant: Date): Promise<string> =>
  outcome(
    as(person, async (scope) => {
      const { coupleId } = scope.viewer
      if (coupleId === null) throw new Problem('not-paired')
      const day = columnOfDay(parseDay('2026-11-24'))
      await scope.db.sharedEntry.createMany({
        data: [
          {
            coupleId,
            id,
            authorId: person.id,
            rev: 1,
            kind: 'reflection',
            types: ['emotional'],
            day,
            sealed: bytesOf('s'),
            addedAt: instant,
            writtenAt: instant,
          },
        ],
      })
    }),
  )

/** The shared entries that this person sees. */
export const readSharedEntries = (person: BareAccount) =>
  as(person, (scope) => scope.db.sharedEntry.findMany({ select: { id: true } }))
