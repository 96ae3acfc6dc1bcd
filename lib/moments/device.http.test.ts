import { beforeAll, expect, test } from 'vitest'
import { Unreachable, type Call } from '@/lib/http/call'
import type { TestDevice } from '@/lib/testing/devices'
import { pairedSince } from '@/lib/testing/paired-since'
import { newCouple, newPerson, type Couple } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { parseDay } from '@/lib/time/day'
import { logMoment } from './contract'
import {
  letDayCount,
  sendMomentVersion,
  fetchMoment,
  fetchMoments,
  removeMoment,
  sendPart,
  type MomentDetails,
} from './device'
import { makeMomentLogger } from './moment-logger'

let app: ServedApp
let couple: Couple
beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
  couple = await newCouple(app)
  await pairedSince(app, couple, parseDay('2026-11-01'))
})

const walk: MomentDetails = {
  day: parseDay('2026-11-23'),
  types: ['emotional', 'experiential'],
  who: 'both',
  words: 'Long talk on the way home',
}
const log = (details: MomentDetails, by: 'a' | 'b' = 'a', device: TestDevice = couple[by].device) =>
  makeMomentLogger(device, couple.id)(couple[by].vault(), details)
const listOf = async (by: 'a' | 'b') =>
  (await fetchMoments(couple[by].device, couple[by].vault(), { coupleId: couple.id })).rows

/** A device whose next answers to logging are lost on their way, after the request has arrived or before. */
function losing(device: TestDevice, when: 'after' | 'before', times = 1): TestDevice {
  let left = times
  const call: Call = async (contract, input, options) => {
    if (contract.path !== logMoment.path || contract.method !== 'POST' || left === 0)
      return device.call(contract, input, options)
    left -= 1
    if (when === 'after') await device.call(contract, input, options)
    throw new Unreachable('lost')
  }
  return { ...device, call }
}

test('both people read the text of a moment, and the server has only its sealed bytes', async () => {
  const { id, sealed } = await log(walk)
  for (const by of ['a', 'b'] as const) {
    const { opened, parts } = await fetchMoment(couple[by].device, couple[by].vault(), id)
    expect(opened).toEqual({ is: 'text', text: walk.words })
    expect(parts).toHaveLength(2)
  }
  expect(Buffer.from(sealed, 'base64url').includes(walk.words)).toBe(false)
})

test('a day that counts without text is a moment of its writer, and a retry makes no second one', async () => {
  const details = { day: parseDay('2026-11-22'), types: ['spiritual'] as const, id: crypto.randomUUID() }
  const first = await letDayCount(couple.a.device, couple.a.vault(), couple.id, details)
  expect(await letDayCount(couple.a.device, couple.a.vault(), couple.id, details)).toEqual(first)
  expect(first).toMatchObject({ who: 'me', types: ['spiritual'], parts: [{ personId: couple.a.id, takenOut: false }] })
  expect((await fetchMoment(couple.b.device, couple.b.vault(), first.id)).opened).toEqual({ is: 'text', text: '' })
})

test('a removed moment is empty for both people, and undo brings its text back', async () => {
  const logged = await log({ ...walk, words: 'Danced while the rice burnt' })
  const gone = await removeMoment(couple.a.device, couple.a.vault(), logged)
  expect((await fetchMoment(couple.b.device, couple.b.vault(), logged.id)).opened).toEqual({ is: 'removed' })
  await sendMomentVersion(couple.a.device, couple.a.vault(), gone, {
    types: logged.types,
    words: 'Danced while the rice burnt',
  })
  const back = await fetchMoment(couple.b.device, couple.b.vault(), logged.id)
  expect(back).toMatchObject({
    rev: 3,
    types: logged.types,
    opened: { is: 'text', text: 'Danced while the rice burnt' },
  })
  // This device has seen a newer version, so it refuses an earlier one.
  const deviceWithEarlierAnswers: TestDevice = {
    ...couple.b.device,
    call: (async (...request) => ({
      ...((await couple.b.device.call(...request)) as object),
      rev: 1,
      sealed: logged.sealed,
    })) as Call,
  }
  await expect(fetchMoment(deviceWithEarlierAnswers, couple.b.vault(), logged.id)).rejects.toMatchObject({
    code: 'earlier-state',
  })
})

test('each person takes out and puts back their own part', async () => {
  const { id } = await log({ ...walk, words: 'Read the same chapter' })
  const out = await sendPart(couple.b.device, couple.b.vault(), id, true)
  expect(out.parts.find(({ personId }) => personId === couple.b.id)?.takenOut).toBe(true)
  expect(out.opened).toEqual({ is: 'text', text: 'Read the same chapter' })
  expect((await sendPart(couple.b.device, couple.b.vault(), id, false)).parts.every(({ takenOut }) => !takenOut)).toBe(
    true,
  )
})

test.each(['after', 'before'] as const)(
  'an answer lost %s the request arrived leaves one moment, with what was sent last',
  async (when) => {
    for (const change of [
      {},
      { words: 'other words' },
      { types: ['physical'] as const },
      { day: parseDay('2026-11-20') },
      { who: 'me' as const },
    ]) {
      const before = (await listOf('a')).filter(({ removed }) => !removed).length
      const { device, vault } = couple.a
      const send = makeMomentLogger(losing(device, when), couple.id)
      await expect(send(vault(), walk)).rejects.toBeInstanceOf(Unreachable)
      const details = { ...walk, ...change }
      const { id } = await send(vault(), details)
      const current = (await listOf('a')).filter(({ removed }) => !removed)
      expect(current.length).toBe(before + 1)
      const { day, types, who, opened } = await fetchMoment(couple.b.device, couple.b.vault(), id)
      expect({ day, types, who, opened }).toEqual({
        day: details.day,
        types: details.types,
        who: details.who,
        opened: { is: 'text', text: details.words },
      })
    }
  },
)

test('a person without a partner can’t log a moment, and nothing is sent', async () => {
  const alone = await newPerson(app)
  await expect(makeMomentLogger(alone.device, couple.id)(alone.vault(), walk)).rejects.toMatchObject({
    code: 'no-pinned-partner',
  })
})
