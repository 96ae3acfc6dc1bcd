// What each person gets of the routes of accounts, sessions and the keyring.
import { randomUUID } from 'node:crypto'
import { who } from '../policy-people'
import { bundleOf, signedKeyring } from '../sealed'
import { anyone, type MatrixCell, openTo, toEverybody } from './actors'
import { someBlob, someKey, things } from './things'

/** What a phrase and a spare page unlock, as a device sends it. */
const locks = {
  kdf: 1,
  salt: 'A'.repeat(22),
  authKey: someKey,
  vkPw: someBlob,
  vkRec: someBlob,
  recoveryAuth: someKey,
  keyring: someBlob,
}

const account = (personId: string) => ({
  personId,
  name: 'New',
  email: `${personId}@example.test`,
  zone: 'Europe/Lisbon',
  locale: 'en',
  ...locks,
  bundle: bundleOf(personId),
})

export const accountCells: Record<string, MatrixCell> = {
  'GET /api/health': openTo(200),
  'GET /api/openapi.json': openTo(200),
  'POST /api/accounts': { ...openTo(204), body: () => account(randomUUID()) },
  'POST /api/auth/prelogin': { ...openTo(200), body: () => ({ email: 'ana@example.test' }) },
  'GET /api/auth/csrf': openTo(200),
  'GET /api/auth/session': openTo(200),
  'POST /api/auth/callback/credentials': {
    ...openTo(403),
    body: () => ({ email: 'ana@example.test', authKey: someKey, onlyMe: false, label: 'x', csrfToken: 'a'.repeat(64) }),
  },
  'POST /api/auth/signout': { ...openTo(403), body: () => ({ csrfToken: 'a'.repeat(64) }) },
  'POST /api/recovery': { ...openTo(401), body: () => ({ email: 'ana@example.test', recoveryAuth: someKey }) },
  'PUT /api/recovery': {
    ...openTo(401),
    body: () => ({
      ticket: `${who.ana}.9999999999999.x`,
      ...locks,
      keyringRev: 2,
    }),
  },
  'GET /api/invites/{pairId}': {
    ...openTo(404),
    params: { pairId: things.invite },
    headers: { 'x-invite-token': someKey },
  },

  'GET /api/me': { expected: toEverybody(200) },
  'PATCH /api/me': { expected: toEverybody(204), body: () => ({ locale: 'en' }) },
  'GET /api/me/vault': { expected: toEverybody(200) },
  'PUT /api/me/vault': {
    expected: toEverybody(200),
    ifMatch: '"1"',
    body: (actor) => signedKeyring(anyone(actor), 2, `${someBlob}CCCC`),
  },
  'PUT /api/me/spare-page': {
    expected: toEverybody(200),
    ifMatch: '"2"',
    body: (actor) => signedKeyring(anyone(actor), 3, `${someBlob}DDDD`),
  },
  // nobody here has a phrase
  'PUT /api/me/spare-page/code': {
    expected: toEverybody(401),
    ifMatch: '"3"',
    body: () => ({ authKey: someKey, vkRec: someBlob, recoveryAuth: someKey, keyring: someBlob }),
  },
  'PUT /api/me/vault/device-key': { expected: toEverybody(204), body: () => ({ deviceKey: someKey }) },
  'DELETE /api/me/vault/device-key': { expected: toEverybody(204) },
  'GET /api/me/sessions': { expected: toEverybody(200) },
  'PUT /api/me/sessions/current': { expected: toEverybody(204), body: () => ({ onlyMe: false }) },
}
