import 'server-only'
import { storedBundle } from '@/lib/accounts/contract'
import type { OwnInvite } from './contract'

/** Parses a person's public keys, stored as JSON. */
export const parseStoredBundle = (column: string) => storedBundle.parse(JSON.parse(column))

type InviteRow = { pairId: string; createdAt: Date; expiresAt: Date; revokedAt: Date | null; acceptedAt: Date | null }

export const inviteColumns = {
  pairId: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  acceptedAt: true,
} as const

/** Converts a row to an invite as its inviter sees it at `now`. */
export function toOwnInvite({ pairId, createdAt, expiresAt, revokedAt, acceptedAt }: InviteRow, now: Date): OwnInvite {
  const state = acceptedAt ? 'accepted' : revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'open'
  return { pairId, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), state }
}
