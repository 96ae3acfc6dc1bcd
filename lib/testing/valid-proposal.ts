// A proposal of a ritual as the contract takes it.
import { randomUUID } from 'node:crypto'
import { couples } from './policy-people'

/** A new proposal for `couples.now`, with ids of its own. */
export const validProposal = () => ({
  id: randomUUID(),
  termsId: randomUUID(),
  coupleId: couples.now,
  title: 'Soup',
  types: ['experiential'],
  weekdays: [2],
  startsOn: '2026-11-24',
  everyWeeks: 1,
  time: '20:00',
  minutes: 60,
  zone: 'Europe/Lisbon',
})
