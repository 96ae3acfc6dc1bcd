// The pages of rituals, and Today, as a browser gets them: no sealed text, and nothing about what the partner did not
// do.
import { beforeAll, expect, test } from 'vitest'
import { connect } from '@/lib/db/connection'
import { sendTookPart } from '@/lib/plans/device'
import { occurrenceKey } from '@/lib/plans/week-plans'
import { agreedRitual, proposedRitual } from '@/lib/testing/agreed-ritual'
import { newCouple, newPerson, type Couple, type TestPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { leaveCouple } from '@/lib/couples/device'
import { readFormerRows, type FormerKey } from '@/lib/couples/former-rows'
import { logMoment } from '@/lib/moments/contract'
import { fetchMoments, removeMoment, sealMoment, type OpenedMoment } from '@/lib/moments/device'
import { getRitual } from './contract'

let app: ServedApp
let couple: Couple
let id: string

beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
  couple = await newCouple(app)
  const { a, b } = couple
  const tuesdays = { weekdays: [2 as const], startsOn: parseDay('2026-11-24'), time: parseWallTime('10:00') }
  ;({ id } = await agreedRitual(couple, tuesdays, { a: 'One kitchen.' }))
  await sendTookPart(a.device, occurrenceKey(id, parseDay('2026-11-24')), true)
  const moment = { day: parseDay('2026-11-24'), types: ['physical' as const], who: 'both' as const }
  const log = async ({ device, vault }: TestPerson, words: string) => {
    const named = { id: crypto.randomUUID(), coupleId: couple.id }
    return device.call(logMoment, {
      ...named,
      ...moment,
      sealed: await sealMoment(vault(), { ...named, rev: 1 }, { ...moment, words }),
    })
  }
  await log(a, 'Noor danced')
  await app.on(1000)
  const gone = await log(a, 'Noor forgot')
  await removeMoment(a.device, a.vault(), gone)
  await log(b, 'Elias cooked')
  await app.on(1000)
  await log(a, 'Noor slept')
  await proposedRitual(couple, 'b', { ...tuesdays, title: 'A walk' })
})

async function pageOf({ device }: TestPerson, path: string): Promise<{ html: string }> {
  const answer = await device.fetch(path)
  expect(answer.status, path).toBe(200)
  return { html: await answer.text() }
}

test('no page carries a sealed text', async () => {
  const { meanings } = await couple.a.device.call(getRitual, { id })
  for (const path of ['/today', '/rituals', `/rituals/${id}`]) {
    const { html } = await pageOf(couple.b, path)
    for (const { sealed } of meanings) expect(html).not.toContain(sealed.slice(0, 40))
  }
})

test('Today does not say that the partner took part in a date that the viewer did not mark', async () => {
  const { html } = await pageOf(couple.b, '/today')
  expect(html).toContain('Planned for today')
  expect(html).not.toContain('Noor took part')
})

test('a ritual that does not exist, or is another couple’s, is a page that does not exist', async () => {
  const stranger = await newPerson(app)
  for (const path of [
    `/rituals/${id}`,
    `/rituals/${id}?coupleId=${couple.id}`,
    `/rituals/${crypto.randomUUID()}`,
    '/rituals/none',
  ]) {
    const answer = await stranger.device.fetch(path)
    expect(answer.status, path).toBe(404)
    expect(await answer.text()).not.toContain('Soup')
  }
})

test('after parting, agreed rituals are listed under Before and can be read, without the partner’s name', async () => {
  const { a } = couple
  await leaveCouple(a.device)
  const { html } = await pageOf(a, '/rituals')
  expect(html).toContain('With your partner at the time')
  expect(html).not.toContain('A walk')
  expect(html).not.toContain('Elias')
  const ritualPage = await pageOf(a, `/rituals/${id}?coupleId=${couple.id}`)
  expect(ritualPage.html).toContain('Soup, on a call')
  expect(ritualPage.html).not.toContain('Elias')
})

test('after parting, both can read the kept dates and change nothing', async () => {
  const { a, b } = couple
  for (const [person, word, other] of [
    [a, 'You took part', b],
    [b, 'Your partner at the time took part', a],
  ] as const) {
    const { html } = await pageOf(person, `/rituals/${id}?coupleId=${couple.id}`)
    expect(html).toContain('The dates you kept')
    expect(html).toContain('Tuesday, November 24, 2026')
    expect(html).toContain(word)
    expect(html).not.toContain(other.name)
    expect(html).not.toContain('aria-pressed')
    // each date leads to what was written for it
    const [, plan = ''] = /href="(\/plans\/[0-9a-f-]{36}\?coupleId=[0-9a-f-]{36})"/.exec(html) ?? []
    expect((await pageOf(person, plan)).html).toContain('Soup, on a call')
  }
})

test('after parting, each reads their own moments in full and none of the partner’s', async () => {
  const { a, b, id: pair } = couple
  for (const [person, own] of [
    [a, ['Noor slept', 'Noor danced']],
    [b, ['Elias cooked']],
  ] as const) {
    expect((await pageOf(person, '/rituals')).html).toContain('Moments you logged')
    const words: unknown[] = []
    let key: FormerKey | null = { couples: [crypto.randomUUID(), pair] }
    while (key !== null) {
      const { rows, next }: { rows: OpenedMoment[]; next: FormerKey | null } = await readFormerRows(
        (page) => fetchMoments(person.device, person.vault(), page),
        key,
        1,
      )
      words.push(...rows.map(({ opened }) => (opened.is === 'text' ? opened.text : opened.is)))
      key = next
    }
    expect(words).toEqual(own)
  }
})

test('years of kept dates come in pages', async () => {
  const db = await connect(app.ownerUrl)
  const years = `from generate_series(date '2024-01-02', date '2025-12-30', interval '7 days') day`
  await db.query(`insert into plan (couple_id, id, ritual_id, on_date, version, title, types, planned_on, time, minutes, zone)
    select '${couple.id}', gen_random_uuid(), '${id}', day, 1, 'Soup', '{experiential}', day, '10:00', 60, 'Europe/Lisbon' ${years}`)
  await db.query(`insert into taking_part (couple_id, plan_id, person_id, day, types, took_part)
    select couple_id, id, '${couple.a.id}', on_date, types, true from plan where on_date < '2026-01-01'`)
  await db.end()
  const found: string[] = []
  let next: string | undefined = `/rituals/${id}?coupleId=${couple.id}`
  for (let pages = 1; next !== undefined; pages += 1) {
    expect(pages).toBeLessThan(5)
    const before = (await app.counts())['sql'] ?? 0
    const { html } = await pageOf(couple.a, next)
    expect(((await app.counts())['sql'] ?? 0) - before).toBeLessThanOrEqual(8)
    found.push(
      ...[...html.matchAll(/href="\/plans\/[^>]*>(?:<[^>]*>)*(\w+, \w+ \d+, \d{4})/g)].map(([, day = '']) => day),
    )
    next = /href="([^"]*before=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(found).toHaveLength(106)
  expect(new Set(found).size).toBe(106)
  expect([found[0], found.at(-1)]).toEqual(['Tuesday, November 24, 2026', 'Tuesday, January 2, 2024'])
})
