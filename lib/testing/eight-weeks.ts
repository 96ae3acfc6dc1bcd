// A couple with eight full weeks, whose pages are as heavy as pages get: for the ceilings of pages and for the bench.
import { withConnection } from '@/lib/db/connection'
import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'
import { logMoment } from '@/lib/moments/contract'
import { sealMoment, type MomentDetails } from '@/lib/moments/device'
import { putItem } from '@/lib/plans/contract'
import { addPlan, sendTookPart } from '@/lib/plans/device'
import { occurrenceKey } from '@/lib/plans/week-plans'
import { addDays, parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { randomUuid } from '@/lib/vault/primitives'
import { agreedRitual } from './agreed-ritual'
import { pairedSince } from './paired-since'
import { newCouple, type Couple, type TestPerson } from './people'
import type { ServedApp } from './served'

/** The time at which the pages are read: a Tuesday noon, with the week's plans still to come or just begun. */
export const afterEightWeeks = '2026-11-24T12:00:00.000Z'
const today = parseDay('2026-11-24')

/**
 * Two who fed every type in each of eight weeks, on different numbers of days; who answered the last four weeks with every type; with
 * two rituals of which they kept dates, and three plans of this week. The clock of the app must show `afterEightWeeks`.
 */
export async function coupleOfEightWeeks(app: ServedApp): Promise<Couple> {
  await app.at(afterEightWeeks)
  const couple = await newCouple(app)
  const { a, b } = couple
  await pairedSince(app, couple, parseDay('2026-09-01'))
  await putHistory(app, couple)
  for (let week = 7; week >= 0; week -= 1) {
    await app.at(new Date(Date.parse(afterEightWeeks) - week * 7 * 86_400_000).toISOString()) // a moment is logged within a month
    const daysAgo = (days: number) => addDays(today, -7 * week - days)
    await log(couple, a, { day: daysAgo(0), types: INTIMACY_TYPES, who: 'both', words: 'Soup on the call.' })
    await log(couple, a, { day: daysAgo(1), types: ['emotional', 'spiritual'], who: 'me', words: '' })
    await log(couple, b, { day: daysAgo(1 + (week % 2)), types: INTIMACY_TYPES.slice(week % 3), who: 'me', words: '' })
  }
  const soup = await agreedRitual(couple, {
    title: 'Soup on a call',
    weekdays: [2, 4],
    startsOn: parseDay('2026-11-01'),
  })
  const walk = await agreedRitual(couple, {
    title: 'A walk, each by our river',
    types: ['emotional', 'physical'],
    weekdays: [7],
    startsOn: parseDay('2026-11-01'),
    time: parseWallTime('10:00'),
  })
  for (const day of ['2026-11-05', '2026-11-12', '2026-11-17', '2026-11-19'])
    for (const { device } of [a, b]) await sendTookPart(device, occurrenceKey(soup.id, parseDay(day)), true)
  for (const day of ['2026-11-08', '2026-11-15'])
    await sendTookPart(a.device, occurrenceKey(walk.id, parseDay(day)), true)
  await putPlans(couple)
  return couple
}

/** What both answered for four weeks. */
const putHistory = (app: ServedApp, { id, a, b }: Couple) =>
  withConnection(app.ownerUrl, async (db) => {
    await db.query(`select set_config('app.now', $1, false)`, [afterEightWeeks]) // the trigger shows both, from then on
    await db.query(
      `insert into check_in (couple_id, subject, person_id, now, wish, emotional_now, emotional_wish, physical_now,
         physical_wish, intellectual_now, experiential_now, spiritual_now)
       select $1, subject, person, 1 + n % 5, 3 + n % 5, 3, 5, 2, 6, 4, 5, 1 + n % 6
       from unnest($2::uuid[]) person, unnest(array['2026-W44', '2026-W45', '2026-W46', '2026-W47']) with ordinality w (subject, n)`,
      [id, [a.id, b.id]],
    )
  })

async function log(couple: Couple, { device, vault }: TestPerson, details: MomentDetails): Promise<void> {
  const id = randomUuid()
  const sealed = await sealMoment(vault(), { id, coupleId: couple.id, rev: 1 }, details)
  await device.call(logMoment, {
    id,
    coupleId: couple.id,
    day: details.day,
    types: [...details.types],
    who: details.who,
    sealed,
  })
}

async function putPlans({ id, a }: Couple): Promise<void> {
  const plan = { kind: 'together' as const, zone: a.device.zone(), minutes: 60, what: '', place: '', types: [] }
  const time = parseWallTime('20:00')
  const film = await addPlan(a.device, id, {
    ...plan,
    id: randomUuid(),
    title: 'The same film',
    types: ['intellectual', 'experiential'],
    what: 'The one with the lighthouse',
    place: 'On the sofa, each',
    onDate: parseDay('2026-11-27'),
    time,
  })
  await a.device.call(putItem, {
    id: film.id,
    itemId: randomUuid(),
    ifMatch: 0,
    text: 'Bread',
    whoId: a.id,
    done: false,
    removed: false,
  })
  await addPlan(a.device, id, {
    ...plan,
    id: randomUuid(),
    title: 'A letter each',
    onDate: parseDay('2026-11-28'),
    time: null,
  })
  await addPlan(a.device, id, {
    ...plan,
    id: randomUuid(),
    title: 'The night train',
    onDate: parseDay('2027-02-12'),
    time,
  })
}
