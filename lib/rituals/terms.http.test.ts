// Other terms and rests between two real devices and the served app: the answers, and what pages say to whom.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { leaveCouple } from '@/lib/couples/device'
import { agreedRitual } from '@/lib/testing/agreed-ritual'
import { newCouple, type Couple, type TestPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { getRitual, listRituals, type Ritual } from './contract'
import { sendAgreement, sendTermsClosing, sendPause, currentRitualIn, sendSuggestion, sendResume } from './device'
import type { ChosenTerms } from './terms'

let app: ServedApp
let couple: Couple

beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
})
beforeEach(async () => {
  couple = await newCouple(app)
})

const thursdays: ChosenTerms = {
  title: 'Soup, on a call',
  types: ['experiential'],
  weekdays: [4],
  startsOn: parseDay('2026-11-05'),
  everyWeeks: 1,
  time: parseWallTime('20:00'),
  minutes: 60,
  zone: parseZone('Europe/Lisbon'),
}
const fridays: ChosenTerms = {
  ...thursdays,
  weekdays: [5],
  startsOn: parseDay('2026-12-04'),
  time: parseWallTime('19:30'),
}

const agreed = () => agreedRitual(couple, thursdays)
const suggest = (
  { device }: TestPerson,
  { id, version }: Pick<Ritual, 'id' | 'version'>,
  terms = fridays,
  termsId = crypto.randomUUID(),
) => sendSuggestion(device, { id, termsId, version, terms })

async function pageOf({ device }: TestPerson, path: string): Promise<string> {
  const answer = await device.fetch(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

test('a retry of a suggestion makes no second version, and the version is the ETag', async () => {
  const ritual = await agreed()
  const termsId = crypto.randomUUID()
  const kept = await suggest(couple.b, ritual, fridays, termsId)
  expect(await suggest(couple.b, ritual, fridays, termsId)).toEqual(kept)
  const answer = await couple.a.device.fetch(`/api/rituals/${ritual.id}`)
  expect(answer.headers.get('etag')).toBe('"2"')
  expect((await couple.a.device.call(getRitual, { id: ritual.id })).versions.map(({ terms }) => terms.version)).toEqual(
    [1, 2],
  )
})

test('the second suggestion is refused with the first, and can then answer it', async () => {
  const ritual = await agreed()
  const first = await suggest(couple.a, ritual)
  const late = await suggest(couple.b, ritual, { ...fridays, title: 'Stew' }).catch((error: unknown) => error)
  expect(late).toMatchObject({ code: 'version-changed', status: 412 })
  const current = currentRitualIn(late, ritual.id)
  expect(current).toEqual(first)
  expect(await suggest(couple.b, current ?? ritual, { ...fridays, title: 'Stew' })).toMatchObject({
    version: 3,
    suggested: { title: 'Stew' },
  })
  await expect(sendAgreement(couple.b.device, first, null)).rejects.toMatchObject({ code: 'version-changed' })
})

test('a suggestion without If-Match is refused', async () => {
  const { id } = await agreed()
  const { jar } = couple.a.device
  const { origin } = app
  const send = (headers: Record<string, string>) =>
    fetch(`${origin}/api/rituals/${id}/terms`, {
      method: 'POST',
      headers: { origin, cookie: jar.header(), 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ termsId: crypto.randomUUID(), ...fridays }),
    })
  expect([
    (await send({})).status,
    (await send({ 'if-match': '*' })).status,
    (await send({ 'if-match': '"1"' })).status,
  ]).toEqual([428, 412, 200])
})

test('the person to answer sees a suggestion on Today and in the list; no page says who has not answered', async () => {
  const { a, b } = couple
  const ritual = await agreed()
  const open = await suggest(b, ritual)
  const words = `${b.name} suggests other terms`
  // on Today the device decides whether it leads, so the page holds what it is about
  const listed = `\\"is\\":\\"terms\\",\\"id\\":\\"${ritual.id}`
  expect(await pageOf(a, '/today')).toContain(listed)
  for (const path of ['/rituals', `/rituals/${ritual.id}`]) expect(await pageOf(a, path)).toContain(words)
  for (const path of ['/today', '/rituals', `/rituals/${ritual.id}`]) {
    const html = await pageOf(b, path)
    expect(html).not.toContain('suggests other terms')
    expect(html).not.toContain(listed)
    expect(html).not.toMatch(/waiting|not yet (answered|said)|has not/i)
  }
  expect(await pageOf(b, `/rituals/${ritual.id}`)).toContain('You suggested other terms')
  await sendTermsClosing(a.device, ritual.id, open.suggested?.id ?? '')
  expect(await pageOf(a, '/today')).not.toContain(listed)
  const history = await pageOf(b, `/rituals/${ritual.id}`)
  expect(history).toContain(`${a.name} kept it as it was`)
})

test('a resting ritual has no dates on any page, and goes on when it is taken up', async () => {
  const { a, b } = couple
  const ritual = await agreed()
  await sendPause(b.device, ritual.id, null)
  expect(await pageOf(a, '/rituals')).toContain('Rests')
  expect(await pageOf(a, `/rituals/${ritual.id}`)).toContain('While it rests there are no dates.')
  // as it is shown: the page knows its name, to say once that both agreed to it
  expect((await pageOf(a, '/today')).split('self.__next_f')[0]).not.toContain('Soup, on a call')
  await sendResume(a.device, ritual.id)
  expect((await pageOf(b, '/today')).split('self.__next_f')[0]).toContain('Soup, on a call')
  const { pauses } = await b.device.call(getRitual, { id: ritual.id })
  expect(pauses).toHaveLength(2)
})

test('after parting each reads the history without the partner’s name, and changes nothing', async () => {
  const { a, b } = couple
  const ritual = await agreed()
  await sendAgreement(a.device, await suggest(b, ritual), null)
  await sendPause(b.device, ritual.id, parseDay('2026-12-24'))
  await leaveCouple(a.device)
  const former = { coupleId: couple.id }
  expect((await a.device.call(listRituals, former)).rows).toMatchObject([{ id: ritual.id, version: 2 }])
  const html = await pageOf(a, `/rituals/${ritual.id}?coupleId=${couple.id}`)
  for (const words of [
    'You proposed it',
    'Your partner at the time suggested other terms',
    'Your partner at the time let it rest',
  ])
    expect(html).toContain(words)
  expect(html).not.toContain(b.name)
  expect(html).not.toContain('Suggest other terms')
  await expect(suggest(a, { id: ritual.id, version: 2 })).rejects.toMatchObject({ code: 'not-found' })
  expect((await a.device.fetch(`/rituals/${ritual.id}/terms`)).status).toBe(404)
})
