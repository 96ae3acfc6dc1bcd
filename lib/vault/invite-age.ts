// How long an invite counts, by the clock of the inviter's own devices. The server has limits of its own.

import type { Keyring } from './keyring'

/** Hours in which an invite can be accepted. */
export const INVITE_HOURS = 72

/** Days after which an inviter who was not here can no longer pin the person who accepted in time. */
const INVITE_DAYS = 14

const HOUR = 3_600_000

type Invites = Pick<Keyring, 'invites' | 'madeAt'>

/** When an invite runs out, in ms since the epoch; null where its keyring holds no time for it yet. */
export function runsOutAt({ madeAt = {} }: Invites, pairId: string): number | null {
  const made = madeAt[pairId]
  return made === undefined ? null : made + INVITE_HOURS * HOUR
}

/** A clock that was set back makes an invite no younger. */
const isWithin = (made: number, time: number, hours: number) => Math.abs(time - made) <= hours * HOUR

/**
 * Whether an acceptance at `acceptedAt`, by the server's word, may count `now`. All in ms since the epoch. An invite that
 * has no time yet counts as it did before: `settleInvites` gives it one.
 */
export function isInTime({ madeAt = {} }: Invites, pairId: string, acceptedAt: number, now: number): boolean {
  const made = madeAt[pairId]
  return made === undefined || (isWithin(made, acceptedAt, INVITE_HOURS) && isWithin(made, now, INVITE_DAYS * 24))
}

/** Whether `settleInvites` would change the keyring. */
export const hasInvitesToSettle = ({ invites, madeAt = {} }: Invites, now: number): boolean =>
  Object.keys(invites).some((pairId) => {
    const made = madeAt[pairId]
    return made === undefined || !isWithin(made, now, INVITE_HOURS)
  })

/**
 * Removes the invites that have run out, and notes `now` (ms since the epoch) for one that was made before keyrings held
 * times. Returns the same object if nothing changes.
 */
export function settleInvites(keyring: Keyring, now: number): Keyring {
  if (!hasInvitesToSettle(keyring, now)) return keyring
  const { madeAt = {} } = keyring
  const kept = Object.entries(keyring.invites).flatMap(([pairId, secret]) => {
    const made = madeAt[pairId] ?? now
    return isWithin(made, now, INVITE_HOURS) ? [{ pairId, secret, made }] : []
  })
  return {
    ...keyring,
    invites: Object.fromEntries(kept.map(({ pairId, secret }) => [pairId, secret])),
    madeAt: Object.fromEntries(kept.map(({ pairId, made }) => [pairId, made])),
  }
}
