// What one of the two stores, by the routes of the app, to make the pages of the other slow, large or false: as much as the limits take of
// some days, in every room, with hostile words in every field.
import { changeMe } from '@/lib/accounts/contract'
import { emptyVoice } from '@/lib/journal/page'
import { sealReply, sealShare, sendReply, sendShare } from '@/lib/journal/sharing'
import { sharedWordsOf } from '@/lib/journal/share'
import { LIMITS } from '@/lib/limits'
import { logMoment } from '@/lib/moments/contract'
import { sealMoment } from '@/lib/moments/device'
import { proposeVersion, sendNotes } from '@/lib/months/device'
import { putItem } from '@/lib/plans/contract'
import { addPlan, sendTookPart } from '@/lib/plans/device'
import { sendFelt, sendLine } from '@/lib/plans/line'
import { sendPause, sendResume, sendSuggestion } from '@/lib/rituals/device'
import { addDays, parseDay, type Day } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { randomUuid } from '@/lib/vault/primitives'
import { agreedRitual, proposedRitual } from './agreed-ritual'
import { HOSTILE_NAME, hostileTexts, hostileTitles, LONGEST } from './hostile-words'
import { pairedSince } from './paired-since'
import type { Couple } from './people'
import type { ServedApp } from './served'

/** The days of one week on which it is stored: replies to one page take three. */
const days = ['2026-11-24', '2026-11-25', '2026-11-26'].map(parseDay)
const noonOf = (day: Day) => `${day}T12:00:00.000Z`

/** The instant at which all is stored, on the last of these days. */
export const storedMoment = '2026-11-26T12:00:00.000Z'

const today = parseDay('2026-11-26')
const october = parseMonth('2026-10')
const types = ['emotional', 'physical', 'intellectual', 'experiential', 'spiritual'] as const
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const zone = parseZone('America/Argentina/Buenos_Aires')

/** The ids of rows with the most in them, the replies to the page, newest last, and how many rows there are. */
export type StoredIds = Readonly<{
  ritual: string
  plan: string
  page: string
  replies: readonly string[]
  rows: number
}>

/**
 * Lets `b` store all that these days take, on a device whose clock goes with them. `a` agreed to one ritual and shared the page `pageId`,
 * to which `b` has replied once. The clock of the app must show noon of the first day, and shows `storedMoment` afterwards.
 */
export async function storeTheMost(app: ServedApp, couple: Couple, pageId: string): Promise<StoredIds> {
  const { a, id: coupleId } = couple
  let now = new Date(await app.now())
  const device = await couple.b.signInElsewhere({ clock: () => now })
  const vault = device.journal.vault()
  if (!vault) throw new Error('The journal of this device is shut.')
  const b = { ...couple.b, device, vault: () => vault }
  const two: Couple = { ...couple, b }
  let rows = 0
  const title = () => turn(hostileTitles, rows++)
  /** Every fiftieth is as long as a sealed text may be. */
  const text = () => (rows++ % 50 === 0 ? LONGEST : turn(hostileTexts, rows))
  await pairedSince(app, couple, parseDay('2026-10-01'))
  await device.call(changeMe, { name: HOSTILE_NAME })

  // moments, shared pages of both kinds, and replies, of each day
  const replies: string[] = []
  let page = ''
  for (const day of days) {
    await app.at(noonOf(day))
    now = new Date(noonOf(day))
    await inTurns(LIMITS.momentsOfDay, async () => {
      const row = { id: randomUuid(), coupleId, day, types: [...types], who: 'both' as const }
      const sealed = await sealMoment(vault, { ...row, rev: 1 }, { ...row, words: text() })
      await device.call(logMoment, { ...row, sealed })
    })
    await inTurns(LIMITS.sharedPagesOfDay, async (shared) => {
      const [short, other] = [turn(hostileTexts, shared), turn(hostileTexts, shared + 3)]
      const writing =
        shared % 2
          ? { ...emptyVoice, voice: short, origin: other, answer: text(), effect: short, step: other }
          : { kind: 'reflection' as const, text: text() }
      const words = sharedWordsOf({ day, types, writing })
      const about = { kind: writing.kind, words, wants: 'comfort', writtenDay: null } as const
      page = (await sendShare(device, vault, await sealShare(device, vault, { coupleId, types, page: about }))).id
    })
    const written = replies.length + 1 // the first day has one
    const most = Math.min(LIMITS.repliesOfDay - Number(written === 1), LIMITS.repliesOfPage - written)
    await inTurns(most, async () => {
      const reply = { id: randomUuid(), text: rows++ % 100 === 0 ? LONGEST : turn(hostileTexts, rows) }
      replies.push(reply.text)
      await sendReply(device, vault, coupleId, await sealReply(device, vault, { id: pageId, coupleId }, reply))
    })
  }

  // rituals, one of which has all versions and all rests
  const chosen = {
    ...{ types: [...types], weekdays: [...weekdays], startsOn: today },
    ...{ time: parseWallTime('12:30'), minutes: 1440, zone },
  }
  const agreed = await agreedRitual(two, { ...chosen, title: title() }, { a: 'One kitchen.', b: LONGEST })
  await inTurns(LIMITS.openRituals, () => proposedRitual(two, 'b', { ...chosen, title: title() }, text()))
  let { version } = agreed
  for (let more = 0; more < LIMITS.termsOfRitual; more++)
    ({ version } = await sendSuggestion(device, {
      ...{ id: agreed.id, termsId: randomUuid(), version },
      terms: { ...chosen, everyWeeks: 1, title: title() },
    }))
  for (let rest = 0; rest < LIMITS.restsOfRitual / 2; rest++) {
    await sendPause(device, agreed.id, addDays(today, 30))
    await sendResume(device, agreed.id)
  }

  // plans, two of which have all items of a week
  const plans: string[] = []
  await inTurns(LIMITS.plansAhead, async (plan) => {
    const onDate = addDays(today, Math.floor(plan / LIMITS.plansOfDay))
    const words = { title: title(), what: turn(hostileTitles, plan).repeat(4), place: turn(hostileTitles, plan + 5) }
    const made = await addPlan(device, coupleId, {
      ...{ ...words, id: randomUuid(), kind: 'together', onDate, zone, types: [...types], minutes: 1440 },
      time: plan % 2 ? parseWallTime('00:10') : null,
    })
    plans[plan] = made.id
  })
  await inTurns(LIMITS.plansOfDay, async (plan) => {
    const id = plans[plan] ?? ''
    await sendTookPart(device, { id, ritualId: null, onDate: today }, true)
    await sendFelt(device, id, 1)
    await sendLine(device, vault, { id, coupleId }, text(), null)
  })
  const [first = '', second = ''] = plans
  await inTurns(LIMITS.itemsOfWeek, (item) =>
    device.call(putItem, {
      ...{ id: item < LIMITS.itemsOfPlan ? first : second, itemId: randomUuid(), ifMatch: 0 },
      ...{ text: title(), whoId: a.id, done: false, removed: false },
    }),
  )

  // a month that both wrote about, with every version of closing it
  const monthKey = { coupleId, month: october }
  await sendNotes(a.device, a.vault(), monthKey, { closer: 'The herons.', way: '', more: '' }, null)
  await sendNotes(device, vault, monthKey, { closer: text(), way: text(), more: text() }, null)
  let after: Readonly<{ number: number }> | null = null
  for (let number = 0; number < LIMITS.versionsOfMonth; number++)
    after = await proposeVersion(device, vault, monthKey, { focus: 'emotional', change: text(), after })

  return { ritual: agreed.id, plan: first, page, replies, rows }
}

/** Does something so many times, a few at a time: the app works on one while the device seals another. */
async function inTurns(times: number, act: (index: number) => Promise<unknown>): Promise<void> {
  const left = Array.from({ length: times }, (_, index) => index).values() // all take from it
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const index of left) await act(index)
    }),
  )
}

const turn = (texts: readonly string[], index: number): string => texts[index % texts.length] ?? ''
