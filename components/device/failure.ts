import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { EarlierState, VaultError } from '@/lib/vault/vault-error'

/** What went wrong, as a key of the catalogue's `accounts.failure`, with its numbers. */
export type Failure = Readonly<{
  key:
    | 'notKnown'
    | 'emailTaken'
    | 'slowDown'
    | 'slowDownMinutes'
    | 'unreachable'
    | 'wrongPhrase'
    | 'phraseShort'
    | 'phraseLong'
    | 'notACode'
    | 'earlier'
    | 'notLoaded'
    | 'noMemory'
    | 'olderWay'
    | 'signedOut'
    | 'insecure'
    | 'inviteGone'
    | 'unreadable'
    | 'unexpected'
  wait: number
}>

/** Every way in which signing up, signing in, opening or recovering can fail, as something to say. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Unreachable) return { key: 'unreachable', wait: 0 }
  if (error instanceof EarlierState) return { key: 'earlier', wait: 0 }
  if (error instanceof VaultError) return { key: vaultFailure(error), wait: 0 }
  if (error instanceof Problem) return problemFailure(error)
  return { key: 'unexpected', wait: 0 }
}

function problemFailure({ code, details: { retryAfter: wait = 0 } }: Problem): Failure {
  switch (code) {
    case 'not-known':
      return { key: 'notKnown', wait }
    case 'email-taken':
      return { key: 'emailTaken', wait }
    case 'slow-down':
      return wait > 90 ? { key: 'slowDownMinutes', wait: Math.ceil(wait / 60) } : { key: 'slowDown', wait }
    case 'not-now':
      return { key: 'unreachable', wait }
    case 'signed-out':
      return { key: 'signedOut', wait }
    case 'not-found':
      return { key: 'inviteGone', wait }
    default:
      return { key: 'unexpected', wait }
  }
}

function vaultFailure({ code }: VaultError): Failure['key'] {
  switch (code) {
    case 'wrong-phrase':
      return 'wrongPhrase'
    case 'phrase-too-short':
      return 'phraseShort'
    case 'phrase-too-long':
      return 'phraseLong'
    case 'bad-recovery-code':
    case 'wrong-recovery-code':
      return 'notACode'
    case 'part-not-loaded':
      return 'notLoaded'
    case 'derivation-failed':
      return 'noMemory'
    case 'profile-unknown':
    case 'profile-downgrade':
    case 'bad-salt':
      return 'olderWay'
    case 'insecure-origin':
      return 'insecure'
    case 'invite-forged':
    case 'bad-invite':
    case 'own-invite':
      return 'inviteGone'
    case 'bad-keyring':
    case 'bad-floors':
    case 'bad-encoding':
      return 'unreadable'
    default:
      return 'unexpected'
  }
}
