// One word in every sealed field, and then a search for it: in the files of the database, its write-ahead log and PostgreSQL's, in the
// app's output, and in everything that was sent. What signs a person in is searched for too. e2e/profile.spec.ts searches the files of a browser.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fetchInvitation, makeInvitation } from '@/lib/couples/device'
import { makeInviteLink } from '@/lib/couples/invitation'
import { emptyVoice } from '@/lib/journal/page'
import { sealReply, sealShare, sendReply, sendShare } from '@/lib/journal/sharing'
import { letDayCount, sendMomentVersion } from '@/lib/moments/device'
import { proposeVersion, sendNotes } from '@/lib/months/device'
import { addPlan, sendTookPart } from '@/lib/plans/device'
import { sendLine } from '@/lib/plans/line'
import { agreedRitual } from '@/lib/testing/agreed-ritual'
import { newCouple, newPerson, type Couple } from '@/lib/testing/people'
import { roomy, served, type ServedApp } from '@/lib/testing/served'
import { reportFigure } from '@/lib/testing/soak/figure'
import { databaseFiles, namesWith } from '@/lib/testing/stored-bytes'
import { day, month, noon, write } from '@/lib/testing/two-with-everything'
import { parseZone } from '@/lib/time/zone'
import { randomUuid } from '@/lib/vault/primitives'

let app: ServedApp
beforeAll(async () => {
  app = await served({ limits: roomy, at: noon })
})
afterAll(() => app.stop())

const words: string[] = []
/** A word for one sealed field, which says which field it was in. */
const word = (field: string): string => {
  const canary = `Kanarienvogel${words.length}${field}`
  words.push(canary)
  return canary
}
/** A title is not sealed: that it is found shows that the search works. */
const CONTROL = 'Kontrollvogel'

/** Notes every request of this process, with its headers. */
function noteRequests(): string[] {
  const noted: string[] = []
  const send = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const headers = [...new Headers(init?.headers).values()].join(' ')
    noted.push(`${String(input)} ${headers} ${typeof init?.body === 'string' ? init.body : ''}`)
    return send(input, init)
  })
  return noted
}

async function writeEverything({ a, b, id: coupleId }: Couple): Promise<void> {
  const { device } = a
  const vault = a.vault()
  await write(a, { day, types: [], writing: { kind: 'reflection', text: word('text') } })
  const voice = {
    ...{ voice: word('voice'), origin: word('origin'), answer: word('answer') },
    ...{ effect: word('effect'), step: word('step') },
  }
  await write(a, { day, types: [], writing: { ...emptyVoice, ...voice } })
  const page = { kind: 'reflection', words: { text: word('shared') }, wants: 'comfort', writtenDay: null } as const
  const shared = await sendShare(device, vault, await sealShare(device, vault, { coupleId, page, types: [] }))
  const reply = await sealReply(b.device, b.vault(), shared, { id: randomUuid(), text: word('reply') })
  await sendReply(b.device, b.vault(), coupleId, reply)
  const moment = await letDayCount(device, vault, coupleId, { day, types: ['physical'] })
  await sendMomentVersion(device, vault, moment, { types: ['physical'], words: word('moment') })
  await agreedRitual({ a, b, id: coupleId }, { startsOn: day }, { a: word('meaning'), b: word('meaning') })
  const rest = { time: null, minutes: 60, types: [], what: '', place: '', zone: parseZone('Europe/Lisbon') }
  const plan = { ...rest, id: randomUuid(), kind: 'together' as const, title: CONTROL, onDate: day }
  const kept = await addPlan(device, coupleId, plan)
  await sendTookPart(device, kept, true)
  await sendLine(device, vault, { id: kept.id, coupleId }, word('line'), null)
  const notes = { closer: word('closer'), way: word('way'), more: word('more') }
  await sendNotes(device, vault, { coupleId, month }, notes, null)
  const closing = { focus: 'emotional' as const, change: word('change'), after: null }
  await proposeVersion(device, vault, { coupleId, month }, closing)
}

test('no sealed word and no secret is in the database, its write-ahead log, the output or a request', async () => {
  const requests = noteRequests()
  const couple = await newCouple(app)
  await writeEverything(couple)
  const alone = await newPerson(app)
  const { secret } = await makeInvitation(alone.device, alone.vault())
  await fetchInvitation(alone.device, makeInviteLink(app.origin, secret))
  vi.restoreAllMocks()
  const files = await databaseFiles(app.ownerUrl)
  const filesWith = (text: string) => namesWith(files, text)
  const folders = (text: string) => new Set(filesWith(text).map((name) => name.split('/')[0]))
  expect(folders(CONTROL)).toEqual(new Set(['base', 'pg_wal']))
  expect(requests.join('\n')).toContain(CONTROL)

  const { a, b } = couple
  const phrases = [a.phrase, b.phrase]
  const cookies = [a, b].flatMap(({ device }) =>
    device.jar
      .header()
      .split('; ')
      .map((pair) => pair.slice(pair.indexOf('=') + 1))
      .filter(({ length }) => length > 20),
  )
  expect(cookies.length).toBeGreaterThan(2)
  for (const text of [...words, ...phrases]) {
    expect([text, filesWith(text)]).toEqual([text, []])
    expect([text, requests.filter((request) => request.includes(text))]).toEqual([text, []])
  }
  const output = app.readOutput()
  for (const text of [...words, ...phrases, ...cookies, secret, a.email, b.email])
    expect([text, output.includes(text)]).toEqual([text, false])
  for (const text of [...cookies, secret]) expect([text, filesWith(text)]).toEqual([text, []])
  reportFigure('canaries', words.length, `${files.length} files of the database`)
})
