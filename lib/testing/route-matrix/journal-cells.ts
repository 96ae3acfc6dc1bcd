// What each person gets of the routes of pages, replies and moments.
import { randomUUID } from 'node:crypto'
import { type MatrixCell, coupleOf, toBoth, toEverybody, toOwner, toPaired } from './actors'
import { onDate, sealed, things } from './things'

export const journalCells: Record<string, MatrixCell> = {
  'GET /api/entries': { expected: toEverybody(200) },
  'POST /api/entries': { expected: toEverybody(200), body: () => ({ entries: [{ id: randomUUID(), sealed }] }) },
  'GET /api/entries/{id}': { expected: toOwner(200), params: { id: things.private } },
  'PUT /api/entries/{id}': {
    expected: toOwner(200),
    params: { id: things.private },
    ifMatch: '"1"',
    body: () => ({ sealed }),
  },

  'GET /api/shared-entries': { expected: toEverybody(200) },
  'POST /api/shared-entries': {
    expected: toPaired(200),
    body: (actor) => ({
      id: randomUUID(),
      coupleId: coupleOf(actor),
      kind: 'reflection',
      types: [],
      day: onDate,
      sealed,
    }),
  },
  'GET /api/shared-entries/{pageId}': { expected: toBoth(200), params: { pageId: things.shared } },
  'PUT /api/shared-entries/{pageId}': {
    expected: toOwner(200),
    params: { pageId: things.shared },
    ifMatch: '"1"',
    body: () => ({ types: ['emotional'], removed: false, sealed }),
  },
  'GET /api/shared-entries/{pageId}/replies': { expected: toBoth(200), params: { pageId: things.shared } },
  'POST /api/shared-entries/{pageId}/replies': {
    expected: toBoth(200),
    params: { pageId: things.shared },
    body: () => ({ id: randomUUID(), day: onDate, sealed }),
  },
  'PUT /api/shared-entries/{pageId}/replies/{replyId}': {
    expected: toOwner(200),
    params: { pageId: things.shared, replyId: things.reply },
    ifMatch: '"1"',
    body: () => ({ removed: false, sealed }),
  },

  'GET /api/replies': { expected: toEverybody(200) },

  'GET /api/moments': { expected: toEverybody(200) },
  'POST /api/moments': {
    expected: toPaired(200),
    body: (actor) => ({
      id: randomUUID(),
      coupleId: coupleOf(actor),
      day: onDate,
      types: ['physical'],
      who: 'both',
      sealed,
    }),
  },
  'GET /api/moments/{momentId}': { expected: toBoth(200), params: { momentId: things.moment } },
  'PUT /api/moments/{momentId}/part': {
    expected: toBoth(200),
    params: { momentId: things.moment },
    body: () => ({ takenOut: true }),
  },
  'PUT /api/moments/{momentId}': {
    expected: toOwner(200),
    params: { momentId: things.moment },
    ifMatch: '"1"',
    body: () => ({ types: [], removed: true, sealed }),
  },
  'GET /api/dashboard': { expected: toPaired(200) },
}
