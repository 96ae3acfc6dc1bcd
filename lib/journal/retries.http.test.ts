// What a device sends again, because no answer came: in every room, at once or later, it makes one row.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '@/lib/db/connection'
import { Problem } from '@/lib/http/problem'
import { logMoment } from '@/lib/moments/contract'
import { putItem, putPlan } from '@/lib/plans/contract'
import { proposeRitual } from '@/lib/rituals/contract'
import { times } from '@/lib/testing/full-counts'
import { sealedOf } from '@/lib/testing/sealed'
import { sharedApp } from '@/lib/testing/served'
import { servedCouples, type ServedCouple, type ServedPerson } from '@/lib/testing/served-couples'
import { reportFigure } from '@/lib/testing/soak/figure'
import { validProposal } from '@/lib/testing/valid-proposal'
import { parseDay } from '@/lib/time/day'
import { parseZone } from '@/lib/time/zone'
import { addEntries, addReply, shareEntry } from './contract'

const noon = '2026-11-24T12:00:00.000Z'
const day = parseDay('2026-11-24')
const zone = parseZone('Europe/Lisbon')

let owner: Client
let newCouple: () => Promise<ServedCouple>
beforeAll(async () => {
  const made = await servedCouples(await sharedApp(noon), noon)
  owner = made.owner
  newCouple = made.newCouple
  return made.close
})

/** What the makers below hang their rows on. */
type Place = Readonly<{ coupleId: string; pageId: string; planId: string }>

type Maker = (person: ServedPerson, place: Place, id: string) => Promise<Readonly<Record<string, unknown>>>

/** A plan or an item that is there already is refused with the saved one, which a device takes as its answer. */
const orCurrent = (error: unknown) => {
  if (error instanceof Problem && error.code === 'version-changed')
    return error.details.current as Record<string, unknown>
  throw error
}

/** By its table, each thing that somebody makes, and one request for it. */
const makers: Readonly<Record<string, Maker>> = {
  private_entry: async ({ call }, _, id) =>
    (await call(addEntries, { entries: [{ id, sealed: sealedOf(id) }] })).rows[0] ?? {},
  shared_entry: ({ call }, { coupleId }, id) =>
    call(shareEntry, { id, coupleId, kind: 'voice', types: ['physical'], day, sealed: sealedOf(id) }),
  reply: ({ call }, { pageId }, id) => call(addReply, { pageId, id, day, sealed: sealedOf(id) }),
  moment: ({ call }, { coupleId }, id) =>
    call(logMoment, { id, coupleId, day, types: ['emotional'], who: 'both', sealed: sealedOf(id) }),
  ritual: ({ call }, { coupleId }, id) =>
    call(proposeRitual, proposeRitual.body.parse({ ...validProposal(), id, termsId: id, coupleId })),
  plan: ({ call }, { coupleId }, id) =>
    call(putPlan, {
      ...{ id, coupleId, ritualId: null, kind: 'together', onDate: day, zone },
      ...{ title: id, types: [], ifMatch: 0 },
    }).catch(orCurrent),
  plan_item: ({ call }, { planId }, id) =>
    call(putItem, { id: planId, itemId: id, text: id, whoId: null, done: false, removed: false, ifMatch: 0 }).catch(
      orCurrent,
    ),
}

const operation = fc.record({
  table: fc.constantFrom(...Object.keys(makers)),
  times: fc.integer({ min: 1, max: 4 }),
  byPartner: fc.boolean(),
})
const sequence = fc.array(operation, { minLength: 1, maxLength: 6 })

/** A new couple with a shared page and a plan. */
async function newPlace(): Promise<{ couple: ServedCouple; place: Place }> {
  const couple = await newCouple()
  const place = { coupleId: couple.coupleId, pageId: crypto.randomUUID(), planId: crypto.randomUUID() }
  await makers['shared_entry']?.(couple.a, place, place.pageId)
  await makers['plan']?.(couple.a, place, place.planId)
  return { couple, place }
}

const SEQUENCES = times(500, 30)
/** A couple has limits, such as the rituals that a person may suggest. */
const OF_A_COUPLE = 25

test('a request sent several times, at once or later, makes one row, and every answer shows it', async () => {
  let done = 0
  while (done < SEQUENCES) {
    const { couple, place } = await newPlace()
    const made: Record<string, string[]> = { shared_entry: [place.pageId], plan: [place.planId] }
    await fc.assert(
      fc.asyncProperty(sequence, async (operations) => {
        for (const { table, times, byPartner } of operations) {
          const make = makers[table] ?? expect.fail(table)
          const id = crypto.randomUUID()
          const send = () => make(byPartner ? couple.b : couple.a, place, id)
          const answers = await Promise.all(Array.from({ length: times }, send))
          for (const answer of [...answers, await send()]) expect(answer).toEqual({ ...answers[0], id })
          ;(made[table] ??= []).push(id)
        }
      }),
      { numRuns: Math.min(OF_A_COUPLE, SEQUENCES - done) },
    )
    done += OF_A_COUPLE
    for (const [table, ids] of Object.entries(made))
      expect([table, await readIds(table, couple)]).toEqual([table, ids.sort()])
  }
  reportFigure('retries', SEQUENCES)
})

/** The ids of all rows that the two have in a table. */
async function readIds(table: string, { coupleId, a, b }: ServedCouple): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    table === 'private_entry'
      ? 'select id from private_entry where owner_id in ($2, $3) and $1::uuid is not null order by id'
      : `select id from ${table} where couple_id = $1 and $2::uuid <> $3::uuid order by id`,
    [coupleId, a.id, b.id],
  )
  return rows.map(({ id }) => id)
}
