import * as z from 'zod/mini'
import { keyring, recipient, salt, secret32, signature, storedBytes, wrap } from '@/lib/http/bytes'
import { contract, id, storedText, version } from '@/lib/http/contract'
import { plainText, shownText } from '@/lib/http/shown-text'
import { storedDay, zoneSchema } from '@/lib/time/schemas'
import { emailKey } from './email-key'

export const email = z.string().check(z.minLength(3), z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/))
/** The email of a new account. What is left of it without invisible characters is still an email. */
const newEmail = email.check(z.refine((text) => /^[^\s@]+@[^\s@]+$/.test(emailKey(text)), 'Give an email address.'))

/** A name, for input. */
export const name = shownText(80)
export const locale = z
  .string()
  .check(z.maxLength(35), z.refine(isLocale, 'Give the tag of a language, such as en-GB.'))

/** Whether Intl can write dates in a language of that tag. `en-a` looks like one and is none. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
const kdf = z.literal(1)

/** The public keys of a person, as MACs cover them and pins hold them. */
export const bundle = z.strictObject({
  v: z.literal('fivefold/v1'),
  uid: id,
  enc: recipient,
  sig: secret32,
})

/** The public keys in an answer, as they are stored. The device reads them strictly. */
export const storedBundle = z.object({ v: z.literal('fivefold/v1'), uid: id, enc: storedText, sig: storedBytes })

/** The acceptance of an invite: the token of its link, and a MAC over both bundles. */
export const acceptance = z.strictObject({ pairId: id, token: secret32, inviteeMac: secret32 })

const phraseParts = { kdf, salt, authKey: secret32, vkPw: wrap }
const recoveryParts = { vkRec: wrap, recoveryAuth: secret32 }

export const postAccount = contract({
  method: 'POST',
  path: '/api/accounts',
  open: true,
  summary: 'Makes an account. With an acceptance it also pairs with the inviter, in one transaction.',
  body: z.strictObject({
    personId: id,
    name,
    email: newEmail,
    zone: zoneSchema,
    locale,
    ...phraseParts,
    ...recoveryParts,
    keyring,
    bundle,
    acceptance: z.optional(acceptance),
  }),
  problems: ['email-taken', 'id-taken', 'slow-down', 'not-found'],
})

export const prelogin = contract({
  method: 'POST',
  path: '/api/auth/prelogin',
  open: true,
  saves: false,
  summary: 'How to derive the key of a phrase for this email. Unknown emails get an answer of the same shape.',
  body: z.strictObject({ email }),
  answer: z.object({ kdf: z.int(), salt: storedBytes }),
})

export const csrf = contract({
  method: 'GET',
  path: '/api/auth/csrf',
  open: true,
  summary: 'A token for signing in and out.',
  answer: z.object({ csrfToken: z.string() }),
})

const csrfToken = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const postSignIn = contract({
  method: 'POST',
  path: '/api/auth/callback/credentials',
  open: true,
  summary: 'Signs in: sets the cookie of a new session.',
  body: z.strictObject({
    email,
    authKey: secret32,
    /** The key of the same phrase in lower case: a made phrase that was typed with capitals. Both are one attempt. */
    otherAuthKey: z.optional(secret32),
    onlyMe: z.boolean(),
    label: plainText(60),
    csrfToken,
  }),
  problems: ['not-known', 'csrf', 'slow-down'],
})

export const postSignOut = contract({
  method: 'POST',
  path: '/api/auth/signout',
  open: true,
  summary: 'Ends the session whose cookie is sent.',
  body: z.strictObject({ csrfToken }),
  problems: ['csrf'],
})

export const getSession = contract({
  method: 'GET',
  path: '/api/auth/session',
  open: true,
  summary: 'The person of the session, or null.',
  answer: z.object({ personId: z.nullable(id) }),
})

export const postRecovery = contract({
  method: 'POST',
  path: '/api/recovery',
  open: true,
  saves: false,
  summary: 'The wrap that the spare page opens, and a ticket for ten minutes to choose a new phrase.',
  body: z.strictObject({ email, recoveryAuth: secret32 }),
  answer: z.object({ personId: id, vkRec: storedBytes, keyring: storedBytes, keyringRev: version, ticket: z.string() }),
  problems: ['not-known', 'slow-down'],
})

export const putRecovery = contract({
  method: 'PUT',
  path: '/api/recovery',
  open: true,
  summary: 'Replaces the phrase and the spare page, and ends every session.',
  body: z.strictObject({
    ticket: z.string().check(z.maxLength(400)),
    ...phraseParts,
    ...recoveryParts,
    keyring,
    keyringRev: version,
  }),
  problems: ['not-known'],
})

export const getMe = contract({
  method: 'GET',
  path: '/api/me',
  summary: 'My account.',
  answer: z.object({
    id,
    name: storedText,
    email: storedText,
    zone: zoneSchema,
    locale: storedText,
    sparePageSavedOn: z.nullable(storedDay),
    sessionId: id,
    onlyMe: z.boolean(),
    /** How many bytes of sealed text I store, in all rooms; `sealedBytes` is the limit. Only I can read it. */
    sealedBytes: z.int(),
  }),
})

export const changeMe = contract({
  method: 'PATCH',
  path: '/api/me',
  summary: 'Changes my name, time zone or language.',
  body: z.strictObject({ name: z.optional(name), zone: z.optional(zoneSchema), locale: z.optional(locale) }),
})

export const getVault = contract({
  method: 'GET',
  path: '/api/me/vault',
  version: 'keyringRev',
  summary: 'What opens my journal, together with my phrase or with what this device stores.',
  answer: z.object({
    personId: id,
    kdf: z.int(),
    salt: storedBytes,
    vkPw: storedBytes,
    keyring: storedBytes,
    keyringRev: version,
    sessionId: id,
    onlyMe: z.boolean(),
    deviceKey: z.nullable(storedBytes),
    /** Whether this session's use was noted today already, so that opening writes only once a day. */
    usedToday: z.boolean(),
  }),
})

const storedKeyring = z.object({ keyring: storedBytes, keyringRev: version })

/** What every route that saves the next version of the keyring shares. */
const signedKeyring = {
  method: 'PUT',
  repeats: { keyring: 'keyring' },
  ifMatch: true,
  version: 'keyringRev',
  /** The signature is by the current signing key, which a session alone does not have (lib/vault/keyring-proof.ts). */
  body: z.strictObject({ keyring, signature }),
  answer: storedKeyring,
  problems: ['not-signed', 'version-changed', 'version-missing'],
} as const

export const putKeyring = contract({
  ...signedKeyring,
  path: '/api/me/vault',
  summary: 'Saves the next version of my keyring, signed.',
})

export const setSparePage = contract({
  ...signedKeyring,
  path: '/api/me/spare-page',
  summary: 'Notes that the spare page was saved, with the next version of my keyring, signed, without its code.',
})

export const putSparePageCode = contract({
  method: 'PUT',
  path: '/api/me/spare-page/code',
  ifMatch: true,
  summary: 'Makes a new spare page, with the phrase’s key. The former page opens nothing from then on.',
  body: z.strictObject({ authKey: secret32, ...recoveryParts, keyring }),
  problems: ['not-known', 'slow-down', 'version-changed', 'version-missing'],
})

export const setDeviceKey = contract({
  method: 'PUT',
  path: '/api/me/vault/device-key',
  summary: 'Stores half of the key that opens my journal on this device, with this session.',
  body: z.strictObject({ deviceKey: secret32 }),
})

export const forgetDeviceKey = contract({
  method: 'DELETE',
  path: '/api/me/vault/device-key',
  summary: 'Deletes that half, so that this device asks for the phrase again.',
})

const session = z.object({
  id,
  label: storedText,
  signedInOn: storedDay,
  lastUsedOn: storedDay,
  onlyMe: z.boolean(),
  current: z.boolean(),
})

export const listSessions = contract({
  method: 'GET',
  path: '/api/me/sessions',
  summary: 'My sessions, to the day: at most 50, as a further sign-in ends the one that was used longest ago.',
  answer: z.object({ sessions: z.array(session) }),
})

export const endOtherSessions = contract({
  method: 'DELETE',
  path: '/api/me/sessions',
  summary: 'Ends all my other sessions.',
})

export const endSession = contract({
  method: 'DELETE',
  path: '/api/me/sessions/{sessionId}',
  params: z.strictObject({ sessionId: id }),
  summary: 'Ends one of my sessions. Its browser is no longer known, unless it is this one.',
  problems: ['not-found'],
})

export const putSessionUse = contract({
  method: 'PUT',
  path: '/api/me/sessions/current',
  summary: 'Notes a day of use, and whether only I use this device.',
  body: z.strictObject({ onlyMe: z.boolean() }),
})
