// Two devices in two zones, over real HTTP: both open a month's texts once they are revealed, and nobody else can.
import { beforeAll, expect, test } from 'vitest'
import { leaveCouple } from '@/lib/couples/device'
import { connect } from '@/lib/db/connection'
import { sealShare, sendShare, fetchSharedPages } from '@/lib/journal/sharing'
import { newCouple, type Couple } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import { agreeToVersion, fetchMonth, proposeVersion, sendNotes, sendHelpAnswer, type MonthNoteTexts } from './device'
import type { MonthKey } from './facts'

let app: ServedApp
let couple: Couple
let novemberKey: MonthKey
const month = parseMonth('2026-11')
const december = parseMonth('2026-12')
const notesOfA: MonthNoteTexts = { closer: 'The herons. ', way: '', more: 'Your voice.' }
const notesOfB: MonthNoteTexts = { closer: 'That you told me.', way: 'Work.', more: '' }

beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
  couple = await newCouple(app)
  novemberKey = { coupleId: couple.id, month }
})

const seen = async (who: 'a' | 'b', monthKey = novemberKey) => {
  const { device, vault } = couple[who]
  const { notes, closing, before, revealed } = await fetchMonth(device, vault(), monthKey)
  const text = (id: string) =>
    notes
      .filter(({ personId: person }) => person === id)
      .map(({ opened: opened }) => (opened.is === 'text' ? opened.text : opened))[0] ?? null
  return { a: text(couple.a.id), b: text(couple.b.id), revealed, closing, before }
}

test('only the author opens the notes until both are in, then both do', async () => {
  const { a, b } = couple
  const kept = await sendNotes(a.device, a.vault(), novemberKey, { ...notesOfA, more: 'Less.' }, null)
  await sendNotes(a.device, a.vault(), novemberKey, notesOfA, kept)
  const trimmed = { ...notesOfA, closer: 'The herons.' }
  expect(await seen('a')).toMatchObject({ a: trimmed, b: null, revealed: false })
  expect(await seen('b')).toMatchObject({ a: null, b: null, revealed: false })
  expect((await sendNotes(b.device, b.vault(), novemberKey, notesOfB, null)).revealed).toBe(true)
  for (const who of ['a', 'b'] as const)
    expect(await seen(who)).toMatchObject({ a: trimmed, b: notesOfB, revealed: true })
  await expect(sendNotes(a.device, a.vault(), novemberKey, notesOfA, { id: kept.id, rev: 2 })).rejects.toMatchObject({
    code: 'already-revealed',
  })
})

test('both open the small change, and a yes to an older version is refused', async () => {
  const { a, b } = couple
  const first = await proposeVersion(a.device, a.vault(), novemberKey, {
    focus: 'emotional',
    change: ' The call stays on. ',
    after: null,
  })
  const second = await proposeVersion(a.device, a.vault(), novemberKey, {
    focus: 'physical',
    change: 'The call stays on while we cook.',
    after: first,
  })
  await expect(agreeToVersion(b.device, month, first.number)).rejects.toMatchObject({ code: 'version-changed' })
  expect(await agreeToVersion(b.device, month, second.number)).toMatchObject({ closed: true })
  const closing = {
    number: 2,
    focus: 'physical',
    closed: true,
    change: { is: 'text', text: 'The call stays on while we cook.' },
  }
  for (const who of ['a', 'b'] as const) expect((await seen(who)).closing).toMatchObject(closing)
})

test('a month’s shared pages are those of its days', async () => {
  const { a } = couple
  const page = { kind: 'reflection', words: { text: 'The walk.' }, wants: 'comfort', writtenDay: null } as const
  const { id } = await sendShare(
    a.device,
    a.vault(),
    await sealShare(a.device, a.vault(), { coupleId: couple.id, page, types: [] }),
  )
  const pages = async (from: string, to: string) =>
    (
      await fetchSharedPages(couple.b.device, couple.b.vault(), {
        coupleId: couple.id,
        from: parseDay(from),
        to: parseDay(to),
      })
    ).rows.map((row) => row.id)
  expect([
    await pages('2026-11-01', '2026-11-30'),
    await pages('2026-11-25', '2026-11-30'),
    await pages('2026-10-01', '2026-11-23'),
  ]).toEqual([[id], [], []])
})

test('the HTML holds no text of either person', async () => {
  for (const { device } of [couple.a, couple.b]) {
    const html = await (await device.fetch(`/months/${month}`)).text()
    expect(html).toContain('How November felt')
    expect(html).not.toMatch(/herons|told me|stays on|The walk|age-encryption/)
  }
})

test('a text served with another month or another type is not shown', async () => {
  const db = await connect(app.ownerUrl)
  await db.query(`update month_closing set focus = 'spiritual' where couple_id = $1 and number = 2`, [couple.id])
  await db.query(`update couple set started_on = '2026-10-01' where id = $1`, [couple.id])
  await db.query(`update month_note set subject = '2026-10' where couple_id = $1`, [couple.id])
  expect((await seen('b')).closing?.change).toEqual({ is: 'failed', code: 'meta-mismatch' })
  const moved = await seen('b', { ...novemberKey, month: parseMonth('2026-10') })
  expect([moved.a, moved.b]).toEqual([
    { is: 'failed', code: 'meta-mismatch' },
    { is: 'failed', code: 'meta-mismatch' },
  ])
  await db.query(`update month_note set subject = '2026-11' where couple_id = $1`, [couple.id])
  await db.query(`update month_closing set focus = 'physical' where couple_id = $1 and number = 2`, [couple.id])
  await db.end()
})

test('“Did it help?” opens with the next month, by each person’s own calendar', async () => {
  const { a, b } = couple
  await app.at('2026-12-01T02:00:00.000Z') // December in Lisbon, November in Toronto
  await expect(sendHelpAnswer(b.device, month, 'helped')).rejects.toMatchObject({ code: 'not-found' })
  expect(await sendHelpAnswer(a.device, month, 'aLittle')).toEqual({ mine: 'aLittle', partner: null })
  await app.at('2026-12-01T12:00:00.000Z')
  const next = { ...novemberKey, month: december }
  expect((await seen('b', next)).before).toMatchObject({
    month,
    mine: null,
    partner: null,
    closing: { change: { is: 'text', text: 'The call stays on while we cook.' } },
  })
  expect(await sendHelpAnswer(b.device, month, 'notDone')).toEqual({ mine: 'notDone', partner: 'aLittle' })
  expect((await seen('a', next)).before).toMatchObject({ mine: 'aLittle', partner: 'notDone' })
})

test('after parting the month can’t be read as an active couple’s', async () => {
  await leaveCouple(couple.a.device)
  for (const who of ['a', 'b'] as const) await expect(seen(who)).rejects.toMatchObject({ code: 'not-paired' })
})
