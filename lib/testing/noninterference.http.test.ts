// Whatever a person does in private, the partner gets the same responses, byte for byte: every GET and every page, before and after a
// random sequence of private acts. docs/privacy.md lists what may show (the release acts). Planted leaks prove first that the comparison
// would catch one.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerCheckIn } from '@/lib/check-ins/device'
import { letDayCount } from '@/lib/moments/device'
import { sendNotes, sendHelpAnswer } from '@/lib/months/device'
import { sendFelt } from '@/lib/plans/line'
import { times } from './full-counts'
import { differing, pathOf, pathsOf, viewOf, type PartnerView } from './partner-view'
import { leaks, withLeak } from './planted-leaks'
import { privateActs, type PrivateAct, type PrivateActs } from './private-acts'
import { sharedApp } from './served'
import { day, month, noon, october, twoWithEverything, week, type TwoWithEverything } from './two-with-everything'

let two: TwoWithEverything
let acts: PrivateActs
const view = (names?: readonly string[]) => viewOf(two.couple.b, two.known, names)

beforeAll(async () => {
  const app = await sharedApp(noon)
  two = await twoWithEverything(app)
  acts = privateActs(two)
  // so that rows are added and changed at different times
  await app.on(60_000)
  expect(pathsOf(two.known).filter((path) => /\/\/|\/$/.test(path))).toEqual(['/'])
})

describe('a leak shows to the partner by', () => {
  let before: PartnerView
  beforeAll(async () => {
    before = await view()
  })

  test.each(Object.entries(leaks))('%s', async (_, leak) => {
    const shows = leak.shows.map((path) => pathOf(two.known, path)).sort()
    const leaked = await withLeak(two.app.ownerUrl, leak, async () => {
      await acts[leak.act]('once')
      return view(shows)
    })
    expect(differing(before, leaked)).toEqual(shows)
    // without the leak, the same act changes nothing there; the test below looks everywhere
    await acts[leak.act]('again')
    expect(differing(before, await view(shows))).toEqual([])
  })
})

test('private acts change no byte that the partner gets', async () => {
  const before = await view()
  expect(Object.values(before).filter((text) => text.startsWith('200')).length).toBeGreaterThan(20)
  const act = fc.constantFrom(...(Object.keys(acts) as PrivateAct[]))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(act, fc.string({ maxLength: 12 })), { minLength: 1, maxLength: 12 }),
      async (row) => {
        for (const [name, words] of row) await acts[name](words)
        const after = await view()
        for (const name of differing(before, after)) expect(after[name], name).toBe(before[name])
      },
    ),
    { numRuns: times(15, 8), endOnFailure: true },
  )
}, 300_000)

test('the comparison sees release acts', async () => {
  const { a, b, id } = two.couple
  const { plan } = two.known
  const none = { emotional: null, physical: null, intellectual: null, experiential: null, spiritual: null }
  let before = await view()
  await letDayCount(a.device, a.vault(), id, { day, types: ['emotional'] })
  expect(differing(before, await view())).toEqual(expect.arrayContaining(['/api/dashboard', '/api/moments']))
  // once both have answered, both see both answers, on the week's page and on Today
  before = await view()
  await answerCheckIn(a.device, week, { now: 2, wish: 7, types: none })
  await answerCheckIn(b.device, week, { now: 6, wish: 6, types: none })
  expect(differing(before, await view())).toEqual([
    `/api/check-ins/${week}`,
    `/api/months/${month}`,
    `/check-in/${week}`,
    '/months',
    `/months/${month}`,
    '/today',
  ])
  // once both are in, both see six notes and both answers: opened on the device, so the page itself stays the same
  before = await view()
  await acts['writes three notes for the month, then changes them']('So')
  await sendHelpAnswer(a.device, october, 'helped')
  await sendNotes(b.device, b.vault(), { coupleId: id, month }, { closer: '', way: 'Work.', more: '' }, null)
  await sendHelpAnswer(b.device, october, 'notReally')
  expect(differing(before, await view())).toEqual(['/api/me', `/api/months/${month}`]) // b stores notes too
  // once both have said how it felt, both see it, on the plan's page alone
  before = await view()
  await sendFelt(a.device, plan, 2)
  await sendFelt(b.device, plan, 7)
  expect(differing(before, await view())).toEqual([`/api/plans/${plan}`, `/plans/${plan}`])
})
