// A couple whose every page has something on it, and the path of each page: for tests over all pages.
import { answerCheckIn } from '@/lib/check-ins/device'
import { sealReply, sealShare, sendReply, sendShare } from '@/lib/journal/sharing'
import { letDayCount } from '@/lib/moments/device'
import { agreeToVersion, proposeVersion, sendNotes } from '@/lib/months/device'
import { addPlan, fetchWeek, sendReady, sendTookPart } from '@/lib/plans/device'
import { sendFelt, sendLine } from '@/lib/plans/line'
import { parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import { weekIdSchema } from '@/lib/time/schemas'
import { parseWallTime } from '@/lib/time/wall-time'
import { randomUuid } from '@/lib/vault/primitives'
import { agreedRitual, proposedRitual } from './agreed-ritual'
import { builtPages } from './built-pages'
import { pairedSince } from './paired-since'
import { newCouple, newPerson, type Couple, type TestPerson } from './people'
import type { ServedApp } from './served'
import { write } from './two-with-everything'

/** The instant at which everything here is made. */
export const everyPageMoment = '2026-11-24T12:00:00.000Z'

export type EveryPage = Readonly<{
  couple: Couple
  /** A person without a partner. */
  alone: TestPerson
  /** The pages that show a row: `/plans/[id]`. */
  withRows: readonly string[]
  /** The path of a page that `builtPages` names, with the id of a row in it. */
  pathOf: (page: string) => string
}>

/** The names of the two, and what stands in front of each title. */
type EveryPageWords = Readonly<{ names?: readonly [string, string]; before?: string }>

/** Makes a couple with rows for every page. `a` has a private page. The clock of the app must show `everyPageMoment`. */
export async function coupleForEveryPage(
  app: ServedApp,
  { names: [nameA, nameB] = ['Noor', 'Elias'], before = '' }: EveryPageWords = {},
): Promise<EveryPage> {
  const couple = await newCouple(app, { a: { name: nameA }, b: { name: nameB } })
  await pairedSince(app, couple, parseDay('2026-11-01'))
  const alone = await newPerson(app, { name: nameA })
  const ids: Record<string, string> = {}
  const { a, b, id } = couple
  const page = {
    kind: 'reflection',
    words: { text: `${before}The walk.` },
    wants: 'comfort',
    writtenDay: null,
  } as const
  const shared = await sendShare(
    a.device,
    a.vault(),
    await sealShare(a.device, a.vault(), { coupleId: id, page, types: ['emotional'] }),
  )
  ids['/journal/shared/[id]'] = shared.id
  const reply = { id: randomUuid(), text: `${before}I hear you.` }
  await sendReply(b.device, b.vault(), id, await sealReply(b.device, b.vault(), shared, reply))
  for (const path of ['/journal/[id]', '/journal/[id]/edit', '/journal/[id]/share'])
    ids[path] = await write(a, {
      day: parseDay('2026-11-24'),
      types: ['spiritual'],
      writing: { kind: 'reflection', text: `${before}The herons were back.` },
    })
  await letDayCount(b.device, b.vault(), id, { day: parseDay('2026-11-20'), types: ['physical'] })
  const tuesdays = { weekdays: [2 as const], startsOn: parseDay('2026-11-24'), time: parseWallTime('10:00') }
  const means = { a: `${before}One kitchen.`, b: `${before}Home.` }
  const soup = await agreedRitual(couple, { ...tuesdays, title: `${before}Soup` }, means)
  ids['/rituals/[id]'] = ids['/rituals/[id]/terms'] = soup.id
  await agreedRitual(couple, { ...tuesdays, title: `${before}A walk` }, means)
  await proposedRitual(couple, 'a', { ...tuesdays, title: `${before}A film` }, means.a)
  const week = (ids['/check-in/[week]'] = ids['/week/[week]'] = weekIdSchema.parse('2026-W48'))
  const night = {
    kind: 'together' as const,
    title: `${before}The night train`,
    onDate: parseDay('2026-11-27'),
    zone: a.device.zone(),
    time: null,
    minutes: 60,
    types: [],
    what: '',
    place: before,
  }
  for (const onDate of [night.onDate, parseDay('2027-02-12')])
    await addPlan(a.device, id, { ...night, id: randomUuid(), onDate })
  const film = { ...night, id: randomUuid(), title: `${before}The same film`, onDate: parseDay('2026-11-24') }
  const kept = await addPlan(a.device, id, film)
  ids['/plans/[id]'] = kept.id
  for (const { device, vault } of [a, b]) {
    await sendTookPart(device, kept, true)
    await sendFelt(device, kept.id, 6)
    await sendLine(device, vault(), { id: kept.id, coupleId: id }, `${before}Neither of us slept.`, null)
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
    await sendNotes(
      device,
      vault(),
      { coupleId: id, month },
      { closer: `${before}The herons.`, way: '', more: '' },
      null,
    )
  await proposeVersion(
    a.device,
    a.vault(),
    { coupleId: id, month },
    { focus: 'emotional', change: `${before}The call stays on.`, after: null },
  )
  await agreeToVersion(b.device, month, 1)
  const missing = builtPages.filter((built) => built.includes('[') && !ids[built])
  if (missing.length > 0) throw new Error(`No row for ${missing.join(', ')}: add one.`)
  return {
    couple,
    alone,
    withRows: Object.keys(ids),
    pathOf: (built) => built.replace(/\[\w+\]/, ids[built] ?? ''),
  }
}
