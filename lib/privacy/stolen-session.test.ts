// What somebody can do with a stolen session cookie and nothing else. Each route that changes something is in one list,
// so that a new one has to be thought about; docs/privacy.md says the same in words.
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { contracts } from '@/lib/openapi/contracts'

/** Need more than a session: a signature by the journal's key, or a key of the phrase, the page or the link. */
const NEEDS_PROOF = {
  'POST /api/auth/callback/credentials': 'authKey',
  'POST /api/recovery': 'recoveryAuth',
  'PUT /api/recovery': 'ticket',
  'PUT /api/me/vault': 'signature',
  'PUT /api/me/spare-page': 'signature',
  'PUT /api/me/spare-page/code': 'authKey',
  'PUT /api/invites/{pairId}/acceptance': 'token',
} as const

/** Add something new, or make an account. */
const ADDS = [
  'POST /api/accounts',
  'POST /api/auth/prelogin',
  'POST /api/entries',
  'POST /api/invites',
  'POST /api/moments',
  'POST /api/rituals',
  'POST /api/rituals/{id}/terms',
  'POST /api/shared-entries',
  'POST /api/shared-entries/{pageId}/replies',
  'PUT /api/rituals/{id}/agreement',
  'PUT /api/rituals/{id}/closing',
  'PUT /api/rituals/{id}/pause',
  'PUT /api/months/{month}/close',
  'POST /api/months/{month}/close',
]

/** Change facts that are plain, which the person sees and can change back. */
const CHANGES_FACTS = [
  'PATCH /api/me',
  'PATCH /api/plans/{id}',
  'PUT /api/check-ins/{week}',
  'PUT /api/couple/hopes',
  'PUT /api/moments/{momentId}/part',
  'PUT /api/months/{month}/helped',
  'PUT /api/plans/{id}',
  'PUT /api/plans/{id}/felt',
  'PUT /api/plans/{id}/items/{itemId}',
  'PUT /api/plans/{id}/taking-part',
  'PUT /api/rituals/{id}/ending',
  'PUT /api/weeks/{week}/readiness',
]

/** Put an unreadable version in the place of one text each. The server can't tell: what it stores is sealed. */
const REPLACES_A_TEXT = [
  'PUT /api/entries/{id}',
  'PUT /api/moments/{momentId}',
  'PUT /api/months/{month}/notes',
  'PUT /api/plans/{id}/line',
  'PUT /api/rituals/{id}/meaning',
  'PUT /api/shared-entries/{pageId}',
  'PUT /api/shared-entries/{pageId}/replies/{replyId}',
]

/** End something; the phrase opens a new session, and each of a former couple keeps what they wrote. */
const ENDS = [
  'POST /api/auth/signout',
  'DELETE /api/couple',
  'DELETE /api/invites/{pairId}',
  'DELETE /api/me/sessions',
  'DELETE /api/me/sessions/{sessionId}',
  'DELETE /api/me/vault/device-key',
  'PUT /api/me/sessions/current',
  'PUT /api/me/vault/device-key',
]

const changing = contracts.filter(({ method }) => method !== 'GET')
const nameOf = ({ method, path }: (typeof contracts)[number]) => `${method} ${path}`

test('it is decided for every route that changes something what a session alone can do there', () => {
  const decided = [...Object.keys(NEEDS_PROOF), ...ADDS, ...CHANGES_FACTS, ...REPLACES_A_TEXT, ...ENDS]
  expect(decided.toSorted()).toEqual(changing.map(nameOf).toSorted())
})

test('what needs proof demands it in its body', () => {
  for (const contract of changing) {
    const field = NEEDS_PROOF[nameOf(contract) as keyof typeof NEEDS_PROOF] as string | undefined
    if (field === undefined || !contract.body) continue
    expect([nameOf(contract), z.toJSONSchema(contract.body, { io: 'input' }).required]).toEqual([
      nameOf(contract),
      expect.arrayContaining([field]),
    ])
  }
})

test('nothing that is stored of the phrase, the spare page or the keyring changes without proof', () => {
  const stored = ['authKey', 'kdf', 'salt', 'vkPw', 'vkRec', 'recoveryAuth', 'keyring', 'bundle']
  const writers = changing.filter(({ body }) => {
    const names = Object.keys((body && z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }).properties) ?? {})
    return stored.some((name) => names.includes(name))
  })
  expect(writers.map(nameOf).filter((name) => !Object.hasOwn(NEEDS_PROOF, name))).toEqual(['POST /api/accounts'])
})
