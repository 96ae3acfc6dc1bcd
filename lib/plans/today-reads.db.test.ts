// Today names who brings what of the next plan, and reads the items of no other, however many both have planned.
import { afterAll, expect, test, vi } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import type { Client } from '@/lib/db/connection'
import { selectToday } from '@/lib/db/page-sql'
import { as, paired } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { item, onePlan } from '@/lib/testing/limit-fillings'
import { soupOnThursdays, tuesday } from '@/lib/testing/soup-on-thursdays'
import { putTestSeams } from '@/lib/testing/test-seams'
import { addDays } from '@/lib/time/day'
import { parseItems } from './rows'
import { readPlansToday } from './today-reads'

const { owner } = await testDatabase()
putTestSeams('2026-11-23T12:00:00Z')
afterAll(closeClients)

const { begin } = soupOnThursdays(owner)

test('of the plans ahead Today reads the items of the next alone', async () => {
  const two = await begin()
  const soon = await onePlan(two, tuesday)
  const later = await onePlan(two, addDays(tuesday, 20))
  for (const id of [soon, later]) await as(two.b, (scope) => item(two, id)(paired(scope)))

  const sent = vi.spyOn(Object.getPrototypeOf(owner) as Client, 'query') // on every connection
  const { next } = await as(two.a, (scope) => readPlansToday(paired(scope)))
  const statements = sent.mock.calls.map(([config]) =>
    typeof config === 'string' ? config : (config as { text: string }).text,
  )
  sent.mockRestore()
  expect(next).toMatchObject({ id: soon, items: [] })
  const ofPlans = statements.filter((text) => /\bfrom planned\b/.test(text))
  expect(ofPlans).toHaveLength(1)
  expect(ofPlans[0]).not.toMatch(/\bitems\b/)

  const itemsFor = async (person: typeof two.a, planId: string | null) =>
    parseItems((await as(person, (scope) => selectToday(scope, 5, planId))).items).map(({ text }) => text)
  expect(await itemsFor(two.a, soon)).toEqual(['Lentils'])
  expect(await itemsFor(two.a, null)).toEqual([])
  const others = await begin()
  expect(await itemsFor(others.a, soon)).toEqual([])
})
