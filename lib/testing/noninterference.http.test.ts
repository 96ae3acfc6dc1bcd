// Whatever a person does in private, the partner gets the same responses, byte for byte: every GET and every page, from two copies of one
// world of which one has the private acts besides. docs/privacy.md lists what may show (the release acts). Planted leaks prove first that
// the comparison would catch one.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerCheckIn } from '@/lib/check-ins/device'
import { letDayCount } from '@/lib/moments/device'
import { sendNotes, sendHelpAnswer } from '@/lib/months/device'
import { sendFelt } from '@/lib/plans/line'
import { commonActs, type CommonAct, type CommonActs } from './common-acts'
import { times } from './full-counts'
import { differing, pathOf, pathsOf } from './partner-view'
import { leaks, withLeak } from './planted-leaks'
import { privateActs, type PrivateAct, type PrivateActs } from './private-acts'
import { reportFigure } from './soak/figure'
import { day, month, october, week } from './two-with-everything'
import { partnerViewOf, twoWorlds, type TwoWorlds } from './two-worlds'

let worlds: TwoWorlds
let secretly: PrivateActs
let openly: CommonActs
/** The partner's view of the world with the private acts, and of the one without. */
const view = (names?: readonly string[]) => partnerViewOf(worlds.trial, names)
const controlView = (names?: readonly string[]) => partnerViewOf(worlds.control, names)

beforeAll(async () => {
  worlds = await twoWorlds()
  secretly = privateActs(worlds.trial)
  openly = commonActs(worlds)
  expect(pathsOf(worlds.trial.known).filter((path) => /\/\/|\/$/.test(path))).toEqual(['/'])
})
afterAll(() => worlds.stop())

describe('a leak shows to the partner by', () => {
  test.each(Object.entries(leaks))('%s', async (_, leak) => {
    const shows = leak.shows.map((path) => pathOf(worlds.trial.known, path)).sort()
    const [without, before] = await Promise.all([controlView(shows), view(shows)])
    expect(differing(without, before)).toEqual([])
    const leaked = await withLeak(worlds.trial.app.ownerUrl, leak, async () => {
      await secretly[leak.act]('once')
      return view(shows)
    })
    expect(differing(without, leaked)).toEqual(shows)
    // without the leak, the same act changes nothing there; the test below looks everywhere
    await secretly[leak.act]('again')
    expect(differing(without, await view(shows))).toEqual([])
  })
})

type TraceStep = Readonly<{ common: CommonAct } | { secret: PrivateAct }> & Readonly<{ words: string }>

test('private acts change no byte that the partner gets', async () => {
  const words = fc.string({ maxLength: 12 })
  const names = <Acts extends object>(acts: Acts) => fc.constantFrom(...(Object.keys(acts) as (keyof Acts)[]))
  const secret = fc.record({ secret: names(secretly), words })
  const step: fc.Arbitrary<TraceStep> = fc.oneof(secret, secret, fc.record({ common: names(openly), words }))
  let pairs = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (trace) => {
      for (const each of trace)
        await ('common' in each ? openly[each.common](each.words) : secretly[each.secret](each.words))
      const [without, withSecrets] = await Promise.all([controlView(), view()])
      expect(Object.values(without).filter((text) => text.startsWith('200')).length).toBeGreaterThan(20)
      for (const name of differing(without, withSecrets)) expect(withSecrets[name], name).toBe(without[name])
      pairs += 1
    }),
    { numRuns: times(300, 3), endOnFailure: true },
  )
  reportFigure('noninterference', pairs, `${pathsOf(worlds.trial.known).length} addresses each`)
})

test('the comparison sees release acts', async () => {
  const { couple, known } = worlds.trial
  const { a, b, id } = couple
  const { plan } = known
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
  await secretly['writes three notes for the month, then changes them']('So')
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
