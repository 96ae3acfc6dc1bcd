// A couple with one row of every kind, and the ids that both of them know.
import { finishPage, sendFinished } from '@/lib/journal/outbox'
import type { Page } from '@/lib/journal/page'
import { sealReply, sealShare, sendReply, sendShare } from '@/lib/journal/sharing'
import { letDayCount } from '@/lib/moments/device'
import { agreeToVersion, proposeVersion } from '@/lib/months/device'
import { putItem } from '@/lib/plans/contract'
import { sendTookPart } from '@/lib/plans/device'
import { sendLine } from '@/lib/plans/line'
import { occurrenceKey } from '@/lib/plans/week-plans'
import { parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import { weekIdSchema } from '@/lib/time/schemas'
import { parseWallTime } from '@/lib/time/wall-time'
import { randomUuid } from '@/lib/vault/primitives'
import { agreedRitual } from './agreed-ritual'
import { pairedSince } from './paired-since'
import { newCouple, type Couple, type TestPerson } from './people'
import type { ServedApp } from './served'

/** The instant of everything here, and its day, week and months. */
export const noon = '2026-11-24T12:00:00.000Z'
export const day = parseDay('2026-11-24')
export const week = weekIdSchema.parse('2026-W48')
export const [october, month] = [parseMonth('2026-10'), parseMonth('2026-11')]

/** The values for the parameters of a path. `entry` is a private page of `a`, whose id `b` could only guess. */
export type KnownIds = Readonly<Record<'pageId' | 'momentId' | 'ritual' | 'plan' | 'week' | 'month' | 'entry', string>>
export type TwoWithEverything = Readonly<{ app: ServedApp; couple: Couple; known: KnownIds }>

/** Saves a private page, by default its first version. */
export async function write({ device, vault }: TestPerson, page: Page, id = randomUuid(), base = 0): Promise<string> {
  await finishPage(device, vault(), { id, base, page, draft: { id, of: null, sealed: null } })
  const { failure } = await sendFinished(device, vault())
  if (failure) throw failure
  return id
}

const mine: Page = { day, types: [], writing: { kind: 'reflection', text: 'Mine.' } }

/** What can still be answered blind: hopes, the week, the month's notes, whether October's change helped, how the plan felt. */
export async function twoWithEverything(app: ServedApp): Promise<TwoWithEverything> {
  const couple = await newCouple(app)
  const { a, b, id } = couple
  const page = { kind: 'reflection', words: { text: 'The walk.' }, wants: 'comfort', writtenDay: null } as const
  const shared = await sendShare(
    a.device,
    a.vault(),
    await sealShare(a.device, a.vault(), { coupleId: id, page, types: ['emotional'] }),
  )
  await sendReply(
    b.device,
    b.vault(),
    id,
    await sealReply(b.device, b.vault(), shared, { id: randomUuid(), text: 'I hear you.' }),
  )
  const moment = await letDayCount(b.device, b.vault(), id, { day, types: ['physical'] })
  const ritual = await agreedRitual(couple, { weekdays: [2], startsOn: day, time: parseWallTime('11:30') })
  // Both kept today's date, and each wrote a line about it: now each can say how it felt.
  const date = occurrenceKey(ritual.id, day)
  for (const { device, vault } of [a, b]) {
    await sendTookPart(device, date, true)
    await sendLine(device, vault(), { id: date.id, coupleId: id }, 'The pot was too small.', null)
    await device.call(putItem, {
      id: date.id,
      itemId: randomUuid(),
      ifMatch: 0,
      text: 'Bread',
      whoId: null,
      done: false,
      removed: false,
    })
  }
  // October was closed with a small change: now each can say whether it helped.
  await pairedSince(app, couple, parseDay('2026-10-01'))
  await proposeVersion(
    a.device,
    a.vault(),
    { coupleId: id, month: october },
    { focus: 'physical', change: 'The call stays on.', after: null },
  )
  await agreeToVersion(b.device, october, 1)
  const entry = await write(a, mine)
  await write(b, mine)
  return {
    app,
    couple,
    known: { pageId: shared.id, momentId: moment.id, ritual: ritual.id, plan: date.id, week, month, entry },
  }
}
