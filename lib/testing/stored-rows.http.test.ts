// Rows that were stored before the present rules, or that a fault wrote: each is one row that can't be opened, every list and page
// answers, and the person it belongs to may remove it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Client } from '@/lib/db/connection'
import { fetchOwnPage, fetchOwnPages, removeUnopenedPage } from '@/lib/journal/device'
import {
  editReply,
  fetchCoupleReplies,
  fetchReplies,
  fetchSharedPage,
  fetchSharedPages,
  sealReply,
  sealShare,
  sendReply,
  sendShare,
  takeBackPage,
} from '@/lib/journal/sharing'
import { fetchMoments, letDayCount, removeMoment } from '@/lib/moments/device'
import { fetchMonth, sendNotes } from '@/lib/months/device'
import { fetchRememberedPlan, sendLine } from '@/lib/plans/line'
import { fetchRitual, sendMeaning } from '@/lib/rituals/device'
import { builtPages } from './built-pages'
import { served, type ServedApp } from './served'
import { day, month, noon, october, twoWithEverything, write, type TwoWithEverything } from './two-with-everything'

let app: ServedApp
let owner: Client
let two: TwoWithEverything
/** The ids of rows whose sealed bytes are gone. */
const spoilt: Record<'entry' | 'page' | 'reply' | 'moment', string> = { entry: '', page: '', reply: '', moment: '' }

beforeAll(async () => {
  app = await served({ at: noon })
  owner = await connect(app.ownerUrl)
  two = await twoWithEverything(app)
  const { a, b, id: coupleId } = two.couple
  // a second row of each kind, which stays whole
  const page = { kind: 'reflection', words: { text: 'The rain.' }, wants: 'listen', writtenDay: null } as const
  await sendShare(a.device, a.vault(), await sealShare(a.device, a.vault(), { coupleId, page, types: [] }))
  const shared = await fetchSharedPage(b.device, b.vault(), two.known.pageId)
  const second = await sealReply(b.device, b.vault(), shared, { id: crypto.randomUUID(), text: 'And again.' })
  await sendReply(b.device, b.vault(), coupleId, second)
  await letDayCount(b.device, b.vault(), coupleId, { day, types: ['emotional'] })
  await write(a, { day, types: [], writing: { kind: 'reflection', text: 'Also mine.' } })
  for (const { device, vault } of [a, b]) {
    await sendMeaning(device, vault(), { id: two.known.ritual, coupleId }, 'One kitchen.', null)
    await sendNotes(device, vault(), { coupleId, month }, { closer: 'The herons.', way: '', more: '' }, null)
  }

  spoilt.entry = two.known.entry
  spoilt.page = two.known.pageId
  spoilt.moment = two.known.momentId
  spoilt.reply = (await fetchReplies(b.device, b.vault(), shared)).rows[0]?.id ?? ''
  // rows of before the checks that are not valid for them
  const later = await owner.query<{ sql: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql from pg_constraint where contype = 'c' and not convalidated`,
  )
  expect(later.rows.length).toBeGreaterThan(20)
  for (const { sql } of later.rows) await owner.query(sql)
  for (const [table, ids] of [
    ['private_entry', [spoilt.entry]],
    ['shared_entry', [spoilt.page]],
    ['reply', [spoilt.reply]],
    ['moment', [spoilt.moment]],
  ] as const)
    await owner.query(`update ${table} set sealed = '' where id = any ($1)`, [ids])
  for (const table of ['meaning', 'plan_line', 'month_note'])
    await owner.query(`update ${table} set sealed = 'x' where person_id = $1`, [a.id])
  await owner.query(`update month_change set sealed = ''`)
})
afterAll(async () => {
  await owner.end()
  await app.stop()
})

const people = () => [two.couple.a, two.couple.b]
const opened = (rows: readonly { id: string; opened: { is: string } }[]) =>
  Object.fromEntries(rows.map(({ id, opened: { is } }) => [id, is]))

test('each list has the row that can’t be opened among the others', async () => {
  const { a, b, id: coupleId } = two.couple
  const own = opened((await fetchOwnPages(a.device, a.vault())).rows)
  expect([own[spoilt.entry], Object.values(own).toSorted()]).toEqual(['failed', ['failed', 'text']])
  for (const { device, vault } of [a, b]) {
    const pages = opened((await fetchSharedPages(device, vault(), { coupleId })).rows)
    expect([pages[spoilt.page], Object.values(pages).toSorted()]).toEqual(['failed', ['failed', 'text']])
    const replies = opened((await fetchCoupleReplies(device, vault(), { coupleId, limit: 30 })).rows)
    expect([replies[spoilt.reply], Object.values(replies).toSorted()]).toEqual(['failed', ['failed', 'text']])
    const moments = opened((await fetchMoments(device, vault(), { coupleId })).rows)
    expect([moments[spoilt.moment], Object.values(moments).toSorted()]).toEqual(['failed', ['failed', 'text']])
    const { meanings } = await fetchRitual(device, vault(), { id: two.known.ritual, coupleId })
    expect(meanings.map((text) => text.opened.is).toSorted()).toEqual(['failed', 'text'])
    const { lines } = await fetchRememberedPlan(device, vault(), { id: two.known.plan, coupleId })
    expect(lines.map((text) => text.opened.is).toSorted()).toEqual(['failed', 'text'])
    const { notes, before } = await fetchMonth(device, vault(), { coupleId, month })
    expect(notes.map((text) => text.opened.is).toSorted()).toEqual(['failed', 'text'])
    expect(before?.closing.change?.is).toBe('failed')
    expect((await fetchMonth(device, vault(), { coupleId, month: october })).closing?.change?.is).toBe('failed')
  }
})

const statusOf = async (person: TwoWithEverything['couple']['a'], path: string) =>
  (await person.device.fetch(path)).status
const pagesWithoutRows = builtPages.filter((page) => !page.includes('['))
const pagesOfRows = () => [
  `/journal/${spoilt.entry}`,
  `/journal/shared/${spoilt.page}`,
  `/rituals/${two.known.ritual}`,
  `/plans/${two.known.plan}`,
  `/months/${month}`,
  `/months/${october}`,
  `/week/${two.known.week}`,
]

test('every page answers', async () => {
  for (const person of people())
    for (const page of [...pagesWithoutRows, ...pagesOfRows()])
      expect([page, await statusOf(person, page)]).toEqual([
        page,
        expect.toSatisfy((got) => got === 200 || got === 307),
      ])
})

test('the person it belongs to removes it, or writes it again', async () => {
  const { a, b, id: coupleId } = two.couple
  await removeUnopenedPage(a.device, a.vault(), await fetchOwnPage(a.device, a.vault(), spoilt.entry))
  await removeMoment(
    b.device,
    b.vault(),
    (await fetchMoments(b.device, b.vault(), { coupleId })).rows.find(({ id }) => id === spoilt.moment) as never,
  )
  const page = await fetchSharedPage(a.device, a.vault(), spoilt.page)
  const reply = (await fetchReplies(b.device, b.vault(), page)).rows.find(({ id }) => id === spoilt.reply)
  if (!reply) throw new Error('The reply is not listed.')
  await editReply(b.device, b.vault(), coupleId, reply, null)
  await takeBackPage(a.device, a.vault(), page)
  const { meanings } = await fetchRitual(a.device, a.vault(), { id: two.known.ritual, coupleId })
  const { lines } = await fetchRememberedPlan(a.device, a.vault(), { id: two.known.plan, coupleId })
  const mine = <Row extends { personId: string }>(rows: readonly Row[]) =>
    rows.find(({ personId }) => personId === a.id) ?? null
  await sendMeaning(a.device, a.vault(), { id: two.known.ritual, coupleId }, 'Two kitchens.', mine(meanings))
  await sendLine(a.device, a.vault(), { id: two.known.plan, coupleId }, 'The pot was fine.', mine(lines))

  const own = opened((await fetchOwnPages(a.device, a.vault())).rows)
  expect(own[spoilt.entry]).toBe('removed')
  for (const { device, vault } of [a, b]) {
    expect(opened((await fetchSharedPages(device, vault(), { coupleId })).rows)[spoilt.page]).toBe('removed')
    expect(opened((await fetchMoments(device, vault(), { coupleId })).rows)[spoilt.moment]).toBe('removed')
    expect(
      (await fetchRitual(device, vault(), { id: two.known.ritual, coupleId })).meanings.map((text) => text.opened.is),
    ).toEqual(['text', 'text'])
    expect(
      (await fetchRememberedPlan(device, vault(), { id: two.known.plan, coupleId })).lines.map(
        (text) => text.opened.is,
      ),
    ).toEqual(['text', 'text'])
  }
  expect(opened((await fetchCoupleReplies(b.device, b.vault(), { coupleId, limit: 30 })).rows)[spoilt.reply]).toBe(
    'removed',
  )
})

test('texts, days and zones that no request may bring are answered too, with everything around them', async () => {
  const { a, b } = two.couple
  for (const sql of [
    `update plan set title = repeat('x', 5000), what = E'\\u0001', place = repeat('y', 5000), zone = 'Mars/Olympus', planned_on = '0027-11-24'`,
    `update plan_item set text = E'\\u0001'`,
    `update ritual_terms set title = '', zone = 'Mars/Olympus', starts_on = '0027-11-23'`,
    `update person set name = '', zone = 'Mars/Olympus'`,
    `update account set locale = 'en-a', email = 'x'`,
    `update session set label = repeat('z', 500)`,
    `update taking_part set day = '2199-12-31'`,
  ])
    await owner.query(sql)
  for (const person of [a, b]) {
    for (const page of [...pagesWithoutRows, ...pagesOfRows()])
      expect([page, await statusOf(person, page)]).toEqual([
        page,
        expect.toSatisfy((got) => got === 200 || got === 307),
      ])
    for (const path of [
      '/api/me',
      '/api/me/sessions',
      '/api/couple',
      '/api/rituals',
      '/api/moments',
      `/api/rituals/${two.known.ritual}`,
      `/api/plans/${two.known.plan}`,
      '/api/dashboard',
      '/api/weeks/2026-W48',
      '/api/weeks/2199-W50',
      '/api/months/2026-11',
    ])
      expect([path, await statusOf(person, path)]).toEqual([path, 200])
  }
})
