import { describe, expect, test } from 'vitest'
import { putHopes } from '@/lib/couples/contract'
import { putSharedEntry } from '@/lib/journal/contract'
import { putMoment } from '@/lib/moments/contract'
import { putPlan } from '@/lib/plans/contract'
import { proposeRitual, putPause } from '@/lib/rituals/contract'
import { sealedOf } from '@/lib/testing/sealed'
import { readJson } from './body'
import type { Contract } from './contract'
import { fieldAt } from './fields'
import { Problem } from './problem'
import { readInput } from './request-input'
import { validProposal } from '@/lib/testing/valid-proposal'

const id = '0d9f3a52-6c1e-4b7a-9a7e-2f4f5b8c1d10'
const headers = { 'content-type': 'application/json', 'if-match': '"1"' }
const request = (body: string, query = '') =>
  new Request(`http://localhost:3000/${query}`, { method: 'POST', headers, body })

/** The fields that a refusal names. */
const refusedFields = async (work: Promise<unknown>): Promise<unknown> => {
  const refusal: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(refusal instanceof Problem)) throw new Error('It was not refused.')
  expect(refusal.code).toBe('wrong-shape')
  return refusal.details.fields
}
const fieldsOf = (contract: Contract, body: unknown, query?: string) =>
  refusedFields(readInput(contract, request(JSON.stringify(body), query), {}))

const proposal = validProposal()
const plan = { coupleId: id, ritualId: null, onDate: '2026-11-24', zone: 'Europe/Lisbon', title: 'A walk' }

describe('a refusal names', () => {
  const cases: readonly [string, Contract, unknown, string[]][] = [
    ['a day in the year 27', putPlan, { ...plan, onDate: '0027-05-01' }, ['body.onDate']],
    ['a day in the year 0', putPlan, { ...plan, plannedOn: '0000-01-01' }, ['body.plannedOn']],
    ['a day in the year 2200', proposeRitual, { ...proposal, startsOn: '2200-01-01' }, ['body.startsOn']],
    ['a day that does not exist', proposeRitual, { ...proposal, startsOn: '2026-02-30' }, ['body.startsOn']],
    ['NUL in a title', proposeRitual, { ...proposal, title: 'So\0up' }, ['body.title']],
    ['half of a surrogate pair', proposeRitual, { ...proposal, title: '\ud83c' }, ['body.title']],
    ['NUL in a list', proposeRitual, { ...proposal, types: ['\0'] }, ['body.types.0']],
    ['two fields', proposeRitual, { ...proposal, minutes: 0, zone: 'Mars/Olympus' }, ['body.minutes', 'body.zone']],
    ['a field that is missing', proposeRitual, { ...proposal, title: undefined }, ['body.title']],
    ['a field that is not there', proposeRitual, { ...proposal, agreed: true }, ['body.agreed']],
    ['a field of one of two shapes', putPause, { paused: true, until: '0027-05-01' }, ['body.until']],
    ['a field that only the other shape has', putPause, { paused: false, until: null }, ['body.until']],
    ['what decides between two shapes', putPause, { paused: 'yes', until: null }, ['body.paused']],
    ['a type in both lists', putHopes, { fed: ['physical'], more: ['physical'] }, ['body.more']],
    [
      'types of a removed moment',
      putMoment,
      { types: ['physical'], removed: true, sealed: sealedOf('x') },
      ['body.types'],
    ],
    [
      'types of a page taken back',
      putSharedEntry,
      { types: ['physical'], removed: true, sealed: sealedOf('x') },
      ['body.types'],
    ],
    ['a sealed text of zero bytes', putSharedEntry, { types: [], removed: false, sealed: 'A' }, ['body.sealed']],
    ['all of a body that is no object', proposeRitual, [proposal], ['body']],
  ]
  test.each(cases)('%s', async (_, contract, body, fields) => {
    const params = contract.params
      ? Object.fromEntries(Object.keys(contract.params.shape).map((name) => [name, id]))
      : {}
    expect(await refusedFields(readInput(contract, request(JSON.stringify(body)), params))).toEqual(fields)
  })
})

test('a query is named too, and a field that no contract has', async () => {
  expect(await fieldsOf(proposeRitual, proposal, '?order=id')).toEqual(['query.order'])
})

test('a field deep inside, or with a name without an end, is named shortly', async () => {
  const deep = await refusedFields(readJson(request('['.repeat(40) + ']'.repeat(40)), 1000))
  expect(deep).toEqual(['body.0.0.0.0.0'])
  expect(fieldAt(['body', 'a'.repeat(1000)])).toBe(`body.${'a'.repeat(40)}`)
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`k${n}`, 0]))
  expect(await fieldsOf(proposeRitual, { ...proposal, ...many })).toHaveLength(20)
})
