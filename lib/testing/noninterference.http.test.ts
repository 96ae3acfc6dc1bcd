// Whatever one of the two does in private, the other gets the same answers, byte for byte: every route that reads and every page, as
// the partner asks for them before and after a random row of private acts. What may show (the release acts) stands in docs/privacy.md.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { changeMe, endOtherSessions } from '@/lib/accounts/contract'
import { lockDevice } from '@/lib/accounts/device-lock'
import { setDeviceUse } from '@/lib/accounts/device-use'
import { openByPhrase } from '@/lib/accounts/open-journal'
import { signIn } from '@/lib/accounts/sign-in'
import { noteSparePageSaved } from '@/lib/accounts/spare-page'
import type { Step } from '@/lib/check-ins/contract'
import { answerCheckIn } from '@/lib/check-ins/device'
import { STEPS } from '@/lib/check-ins/steps'
import { markHopes } from '@/lib/couples/device'
import { connect } from '@/lib/db/connection'
import { bringPageBack, removePage, type Standing } from '@/lib/journal/device'
import { finishPage, sendFinished } from '@/lib/journal/outbox'
import { emptyVoice, type Page } from '@/lib/journal/page'
import { sealReply, sealShare, sendReply, sendShare } from '@/lib/journal/sharing'
import { letDayCount } from '@/lib/moments/device'
import { agreeToVersion, proposeVersion, putInNotes, sayHelped, type KeptNotes } from '@/lib/months/device'
import { contracts } from '@/lib/openapi/contracts'
import { sayTookPart } from '@/lib/plans/device'
import { keepLine, sayFelt } from '@/lib/plans/line'
import { dateOfRitual } from '@/lib/plans/week-plans'
import { parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import { weekIdSchema } from '@/lib/time/schemas'
import { parseWallTime } from '@/lib/time/wall-time'
import { randomUuid } from '@/lib/vault/primitives'
import { agreedRitual } from './agreed-ritual'
import { builtPages } from './built-pages'
import { newDevice } from './devices'
import { newCouple, type Couple } from './people'
import { sharedApp, type Served } from './served'

const day = parseDay('2026-11-24')
const week = weekIdSchema.parse('2026-W48')
const [october, month] = [parseMonth('2026-10'), parseMonth('2026-11')]
const none = { emotional: null, physical: null, intellectual: null, experiential: null, spiritual: null }
let app: Served
let couple: Couple
/** What the parameters in a path stand for, as both know them. */
const known: Record<string, string> = {}

beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
  couple = await newCouple(app)
  const { a, b, id } = couple
  const page = { kind: 'reflection', words: { text: 'The walk.' }, wants: 'comfort', writtenDay: null } as const
  const shared = await sendShare(a.device, a.vault(), await sealShare(a.device, a.vault(), { couple: id, page, types: ['emotional'] }))
  await sendReply(b.device, b.vault(), id, await sealReply(b.device, b.vault(), shared, { id: randomUuid(), text: 'I hear you.' }))
  known['pageId'] = shared.id
  known['momentId'] = (await letDayCount(b.device, b.vault(), id, { day, types: ['physical'] })).id
  const ritual = await agreedRitual(couple, { weekdays: [2], startsOn: day, time: parseWallTime('20:00') })
  known['ritual'] = ritual.id
  // Today's date of it both kept, and each remembers it by a line: now each says, blind, how it felt.
  const date = dateOfRitual(ritual.id, day)
  known['plan'] = date.id
  for (const { device, vault } of [a, b]) {
    await sayTookPart(device, date, true)
    await keepLine(device, vault(), { id: date.id, coupleId: id }, 'The pot was too small.', null)
  }
  known['week'] = week
  known['month'] = month
  // October, when they were two already, was closed with a small change: now each says, blind, whether it helped.
  const db = await connect(app.ownerUrl)
  await db.query(`update membership set joined_at = '2026-10-01' where couple_id = $1`, [id])
  await db.end()
  await proposeVersion(a.device, a.vault(), { couple: id, month: october }, { focus: 'physical', change: 'The call stays on.', after: null })
  await agreeToVersion(b.device, october, 1)
  known['entry'] = await write({ day, types: [], writing: { kind: 'reflection', text: 'Mine.' } })
  paths = pathsOfThings()
  expect(paths.filter((path) => /\/\/|\/$/.test(path))).toEqual(['/'])
})

async function write(page: Page, id = randomUuid(), base = 0): Promise<string> {
  const { device, vault } = couple.a
  await finishPage(device, vault(), { id, base, page, draft: { id, of: null, sealed: null } })
  expect((await sendFinished(device, vault())).failure).toBeNull()
  return id
}

/** What an `id` is of, by the path that it stands in. */
const thingOf = (path: string): string => (/^(\/api)?\/rituals/.test(path) ? 'ritual' : /^(\/api)?\/plans/.test(path) ? 'plan' : path.includes('shared') ? 'pageId' : 'entry')
const valueOf = (path: string, name: string): string => known[name] ?? known[thingOf(path)] ?? ''
const filled = (path: string): string => path.replace(/\{(\w+)\}|\[(\w+)\]/g, (_, inApi: string | undefined, inPage: string | undefined) => valueOf(path, inApi ?? inPage ?? ''))

/** Doors that nobody's session opens, and what tells nothing of a couple. */
const open = contracts.filter((contract) => contract.open).map(({ path }) => path)
/** With what A's and B's things are named, which is known once they stand there. */
let paths: readonly string[] = []
const pathsOfThings = () => [...contracts.filter(({ method, path }) => method === 'GET' && !open.includes(path)).map(({ path }) => path), ...builtPages].map(filled)

/** Everything that the partner can get, without what belongs to one request: nonces, and names of answers of its own. */
async function view(): Promise<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const path of paths) {
    const answer = await couple.b.device.fetch(path)
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
    const headers = [...answer.headers].filter(([name]) => !['date', 'content-length'].includes(name))
    const text = `${answer.status}\n${headers.map((line) => line.join(': ')).join('\n')}\n\n${await answer.text()}`
    all[path] = (nonce ? text.replaceAll(nonce, 'nonce') : text).replaceAll(/"requestId":"[^"]+"/g, '"requestId":""')
  }
  return all
}

/** What A does alone. Each leaves A's first device open, so that any may follow any. */
const standing: Standing[] = []
let notesIn: KeptNotes | null = null
const acts: Record<string, (words: string) => Promise<unknown>> = {
  'writes a page': async (text) => {
    const page: Page = { day, types: ['spiritual'], writing: { kind: 'reflection', text: text || 'So.' } }
    standing.push({ id: await write(page), rev: 1, page })
  },
  'answers the voice': (voice) => write({ day, types: ['emotional'], writing: { ...emptyVoice, voice: voice || 'You.', answer: 'No.', before: 70 } }),
  'edits a page': async (text) => {
    const last = standing.pop()
    if (!last) return
    const page: Page = { ...last.page, writing: { kind: 'reflection', text: `${text}, again` } }
    await write(page, last.id, last.rev)
    standing.push({ ...last, rev: last.rev + 1, page })
  },
  'removes a page and brings it back': async () => {
    const last = standing.pop()
    if (!last) return
    const gone = await removePage(couple.a.device, couple.a.vault(), last)
    standing.push(await bringPageBack(couple.a.device, couple.a.vault(), gone))
  },
  'removes a page': async () => {
    const last = standing.pop()
    if (last) await removePage(couple.a.device, couple.a.vault(), last)
  },
  'reads everything': async () => {
    for (const path of paths) await (await couple.a.device.fetch(path)).arrayBuffer()
  },
  'marks, blind, and marks anew': () => markHopes(couple.a.device, { fed: ['emotional'], more: ['physical'] }),
  'answers how close the week feels, blind, and answers anew': async (words) => {
    const step = (at: number): Step => STEPS[(words.length + at) % 7] ?? 1
    for (const at of [0, 3]) await answerCheckIn(couple.a.device, week, { now: step(at), wish: step(at + 2), types: { ...none, emotional: { now: step(at + 4), wish: null } } })
  },
  'puts in three notes of the month, blind, and writes them anew': async (words) => {
    for (const more of [words, `${words}, again`]) {
      notesIn = await putInNotes(couple.a.device, couple.a.vault(), { couple: couple.id, month }, { closer: 'The herons.', way: '', more }, notesIn)
    }
  },
  'says whether October’s change helped, blind, and says it anew': async (words) => {
    for (const answer of words.length % 2 ? ['helped', 'aLittle'] as const : ['notDone', 'notReally'] as const) await sayHelped(couple.a.device, october, answer)
  },
  'says how a plan felt, blind, and says it anew': async (words) => {
    for (const at of [0, 3]) await sayFelt(couple.a.device, known['plan'] ?? '', STEPS[(words.length + at) % 7] ?? 1)
  },
  'takes another language': (words) => couple.a.device.call(changeMe, { locale: words.length % 2 ? 'en-GB' : 'en' }),
  'signs in elsewhere, and out everywhere else': async () => {
    await couple.a.signInElsewhere()
    await couple.a.device.call(endOtherSessions, {})
  },
  'mistypes the phrase elsewhere': async (words) => {
    const other = await newDevice(app)
    await signIn(other, { email: couple.a.email, phrase: `${words} is not it`, onlyMe: false }).catch(() => undefined)
  },
  'locks, and opens again': async () => {
    await lockDevice(couple.a.device)
    await openByPhrase(couple.a.device, couple.a.phrase)
  },
  'shares the device, and no longer does': async () => {
    await setDeviceUse(couple.a.device, false)
    await setDeviceUse(couple.a.device, true)
  },
  'saves the spare page': () => noteSparePageSaved(couple.a.device, couple.a.vault()),
}

test('the partner gets the same, byte for byte, whatever the other does alone', async () => {
  let before = await view()
  expect(Object.values(before).filter((text) => text.startsWith('200')).length).toBeGreaterThan(20)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.string({ maxLength: 12 })), { minLength: 1, maxLength: 5 }), async (row) => {
      for (const [act, words] of row) await acts[act]?.(words)
      const after = await view()
      for (const path of paths) expect(after[path], path).toBe(before[path])
    }),
    { numRuns: 5, endOnFailure: true },
  )
  // and what is meant to show is seen by the same eyes
  before = await view()
  await letDayCount(couple.a.device, couple.a.vault(), couple.id, { day, types: ['emotional'] })
  const after = await view()
  expect(paths.filter((path) => after[path] !== before[path])).toEqual(expect.arrayContaining(['/api/dashboard', '/api/moments']))
  // with their own answer, both see both, on the page of the week and on Today
  before = await view()
  await answerCheckIn(couple.a.device, week, { now: 2, wish: 7, types: none })
  await answerCheckIn(couple.b.device, week, { now: 6, wish: 6, types: none })
  const shown = await view()
  expect(paths.filter((path) => shown[path] !== before[path]).sort()).toEqual([`/api/check-ins/${week}`, `/api/months/${month}`, `/check-in/${week}`, '/months', `/months/${month}`, '/today'])
  // and both see six notes, and both answers, once both are in: on the device alone, so that the page itself stays the same
  before = await view()
  await acts['puts in three notes of the month, blind, and writes them anew']?.('So')
  await sayHelped(couple.a.device, october, 'helped')
  await putInNotes(couple.b.device, couple.b.vault(), { couple: couple.id, month }, { closer: '', way: 'Work.', more: '' }, null)
  await sayHelped(couple.b.device, october, 'notReally')
  const six = await view()
  expect(paths.filter((path) => six[path] !== before[path])).toEqual([`/api/months/${month}`])
  // and both see how it felt to both once both have said it, on the page of the plan alone
  before = await view()
  await sayFelt(couple.a.device, known['plan'] ?? '', 2)
  await sayFelt(couple.b.device, known['plan'] ?? '', 7)
  const felt = await view()
  expect(paths.filter((path) => felt[path] !== before[path]).sort()).toEqual([`/api/plans/${known['plan']}`, `/plans/${known['plan']}`])
})
