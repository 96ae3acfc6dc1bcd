// Every page as a browser requests it: its statements, for every viewer.
import { beforeAll, describe, expect, test } from 'vitest'
import { answerCheckIn } from '@/lib/check-ins/device'
import { sealShare, sendShare } from '@/lib/journal/sharing'
import { letDayCount } from '@/lib/moments/device'
import { agreeToVersion, proposeVersion, sendNotes } from '@/lib/months/device'
import { addPlan, fetchWeek, sendReady, sendTookPart } from '@/lib/plans/device'
import { sendLine, sendFelt } from '@/lib/plans/line'
import { parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import { weekIdSchema } from '@/lib/time/schemas'
import { parseWallTime } from '@/lib/time/wall-time'
import { agreedRitual, proposedRitual } from './agreed-ritual'
import { builtPages } from './built-pages'
import { pairedSince } from './paired-since'
import { newCouple, newPerson, type Couple, type TestPerson } from './people'
import { sharedApp, type ServedApp } from './served'

/** BEGIN, enter and COMMIT counted. */
const MOST = 8

let app: ServedApp
let couple: Couple
let alone: TestPerson
/** The value for `[id]`, `[week]` or `[month]` in each page's path. */
const ids: Record<string, string> = {}

beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
  couple = await newCouple(app)
  await pairedSince(app, couple, parseDay('2026-11-01'))
  alone = await newPerson(app)
  const { a, b, id } = couple
  const page = { kind: 'reflection', words: { text: 'The walk.' }, wants: 'comfort', writtenDay: null } as const
  ids['/journal/shared/[id]'] = (
    await sendShare(
      a.device,
      a.vault(),
      await sealShare(a.device, a.vault(), { coupleId: id, page, types: ['emotional'] }),
    )
  ).id
  await letDayCount(b.device, b.vault(), id, { day: parseDay('2026-11-20'), types: ['physical'] })
  const tuesdays = { weekdays: [2 as const], startsOn: parseDay('2026-11-24'), time: parseWallTime('10:00') }
  const means = { a: 'One kitchen.', b: 'Home.' }
  const soup = await agreedRitual(couple, { ...tuesdays, title: 'Soup' }, means)
  ids['/rituals/[id]'] = ids['/rituals/[id]/terms'] = soup.id
  await agreedRitual(couple, { ...tuesdays, title: 'A walk' }, means)
  await proposedRitual(couple, 'a', { ...tuesdays, title: 'A film' }, means.a)
  const week = (ids['/check-in/[week]'] = ids['/week/[week]'] = weekIdSchema.parse('2026-W48'))
  const night = {
    kind: 'together' as const,
    title: 'The night train',
    onDate: parseDay('2026-11-27'),
    zone: a.device.zone(),
    time: null,
    minutes: 60,
    types: [],
    what: '',
    place: '',
  }
  for (const onDate of [night.onDate, parseDay('2027-02-12')])
    await addPlan(a.device, id, { ...night, id: crypto.randomUUID(), onDate })
  const kept = await addPlan(a.device, id, {
    ...night,
    id: crypto.randomUUID(),
    title: 'The same film',
    onDate: parseDay('2026-11-24'),
  })
  ids['/plans/[id]'] = kept.id
  for (const { device, vault } of [a, b]) {
    await sendTookPart(device, kept, true)
    await sendFelt(device, kept.id, 6)
    await sendLine(device, vault(), { id: kept.id, coupleId: id }, 'Neither of us slept.', null)
  }
  await sendReady(b.device, await fetchWeek(b.device, week), true)
  const answer = {
    now: 4 as const,
    wish: 5 as const,
    types: {
      emotional: { now: 3 as const, wish: null },
      physical: null,
      intellectual: null,
      experiential: null,
      spiritual: null,
    },
  }
  for (const { device } of [a, b]) await answerCheckIn(device, week, answer)
  const month = parseMonth('2026-11')
  ids['/months/[month]'] = month
  for (const { device, vault } of [a, b])
    await sendNotes(device, vault(), { coupleId: id, month }, { closer: 'The herons.', way: '', more: '' }, null)
  await proposeVersion(
    a.device,
    a.vault(),
    { coupleId: id, month },
    { focus: 'emotional', change: 'The call stays on.', after: null },
  )
  await agreeToVersion(b.device, month, 1)
})

const pathOf = (page: string) => page.replace(/\[\w+\]/, ids[page] ?? crypto.randomUUID())

describe.each(builtPages)('%s', (page) => {
  test(`costs at most ${MOST} statements`, async () => {
    for (const person of [couple.a, couple.b, alone]) {
      const before = (await app.counts())['sql'] ?? 0
      const answer = await person.device.fetch(pathOf(page))
      await answer.text()
      expect(answer.status).toBeLessThan(500)
      expect(((await app.counts())['sql'] ?? 0) - before).toBeLessThanOrEqual(MOST)
    }
  })
})

test('the pages of a couple were read with rows in them, and their statements were counted', async () => {
  for (const page of ['/today', '/week', '/rituals', '/rituals/new', '/lately', '/months', ...Object.keys(ids)]) {
    const before = (await app.counts())['sql'] ?? 0
    expect((await couple.b.device.fetch(pathOf(page))).status, page).toBe(200)
    expect(((await app.counts())['sql'] ?? 0) - before, page).toBeGreaterThan(3)
  }
})
