// What each person gets of the routes of rituals, plans and weeks.
import { randomUUID } from 'node:crypto'
import { couples } from '../policy-people'
import { coupleOf, type MatrixCell, toBoth, toEverybody, toOwner, toPaired } from './actors'
import { noRitual, occurrenceOf, onDate, sealed, things } from './things'

export const planCells: Record<string, MatrixCell> = {
  'GET /api/rituals': { expected: toEverybody(200) },
  'POST /api/rituals': {
    expected: toPaired(200),
    body: (actor) => ({
      id: randomUUID(),
      termsId: randomUUID(),
      coupleId: coupleOf(actor),
      title: 'Soup',
      types: ['experiential'],
      weekdays: [2],
      startsOn: onDate,
      everyWeeks: 1,
      time: '20:00',
      minutes: 60,
      zone: 'Europe/Lisbon',
    }),
  },
  'GET /api/rituals/{id}': { expected: toBoth(200), params: { id: things.ritual } },
  'PUT /api/rituals/{id}/agreement': {
    expected: toBoth(200),
    params: { id: things.proposal },
    body: () => ({ termsId: things.proposalTerms }),
  },
  'PUT /api/rituals/{id}/meaning': {
    expected: toBoth(200),
    params: { id: things.ritual },
    body: () => ({ meaningId: randomUUID(), rev: 1, sealed }),
  },
  'PUT /api/plans/{id}/taking-part': {
    expected: toBoth(200),
    params: { id: occurrenceOf(things.ritual) },
    body: () => ({ ritualId: things.ritual, onDate, tookPart: true }),
    missing: { params: { id: occurrenceOf(noRitual) }, body: () => ({ ritualId: noRitual, onDate, tookPart: true }) },
  },
  // The partner comes first, so the owner actorNames an old version. Only the two of them get the current one.
  'PUT /api/plans/{id}': {
    expected: { ...toEverybody(409), partner: 200, owner: 412 },
    params: { id: things.plan },
    ifMatch: '"0"',
    body: () => ({ coupleId: couples.now, ritualId: null, onDate, zone: 'Europe/Lisbon', title: 'The night train' }),
  },
  'PATCH /api/plans/{id}': {
    expected: { ...toBoth(200), owner: 412 },
    params: { id: things.plan },
    ifMatch: '"1"',
    body: () => ({ place: 'Porto' }),
  },
  'PUT /api/plans/{id}/items/{itemId}': {
    expected: { ...toBoth(200), owner: 412 },
    params: { id: things.plan, itemId: things.item },
    ifMatch: '"0"',
    body: () => ({ text: 'Blankets', whoId: null, done: false, removed: false }),
  },
  // Only who took part may keep something of a plan, and only the owner did.
  'GET /api/plans/{id}': { expected: toBoth(200), params: { id: things.plan } },
  'GET /api/plan-lines': { expected: toEverybody(200) },
  'PUT /api/plans/{id}/felt': { expected: toOwner(200), params: { id: things.kept }, body: () => ({ felt: 5 }) },
  'PUT /api/plans/{id}/line': {
    expected: toOwner(200),
    params: { id: things.kept },
    body: () => ({ lineId: things.line, rev: 1, sealed }),
  },
  'GET /api/weeks/{week}': { expected: toPaired(200), params: { week: '2026-W48' } },
  'PUT /api/weeks/{week}/readiness': {
    expected: toPaired(200),
    params: { week: '2026-W48' },
    body: () => ({ version: '', ready: false }),
  },
  // Ana's terms are saved, so hers is a retry; Ben then suggests others, which are the newest.
  'POST /api/rituals/{id}/terms': {
    expected: toBoth(200),
    params: { id: things.changed },
    ifMatch: '"2"',
    body: (actor) => ({
      termsId: actor === 'owner' ? things.suggested : actor === 'partner' ? things.answer : randomUUID(),
      title: 'Soup',
      types: ['experiential'],
      weekdays: [5],
      startsOn: onDate,
      everyWeeks: 1,
      time: '20:00',
      minutes: 60,
      zone: 'Europe/Lisbon',
    }),
  },
  'PUT /api/rituals/{id}/closing': {
    expected: toBoth(200),
    params: { id: things.changed },
    body: () => ({ termsId: things.answer }),
  },
  'PUT /api/rituals/{id}/pause': {
    expected: toBoth(200),
    params: { id: things.ritual },
    body: () => ({ paused: true, until: null }),
  },
  // Both have agreed by now, so either may end it.
  'PUT /api/rituals/{id}/ending': {
    expected: toBoth(200),
    params: { id: things.proposal },
    body: () => ({ ended: true }),
  },
}
