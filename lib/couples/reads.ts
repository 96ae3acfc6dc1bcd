import 'server-only'
import { hasCouple, type Scope } from '@/lib/db/with-viewer'
import type { Answer } from '@/lib/http/contract'
import type { getCouple, getHopes, listInvites, OwnInvite } from './contract'
import { readPeople } from './read-people'
import { storedBundle } from './stored-bundle'

/** How many of one's invites are listed: more than can be made in the days that one stays open. */
const listed = 20

/** What the two mark after pairing is one subject; other blind answers have a table of their own. */
export const hopesSubject = 'hopes'

type InviteRow = { pairId: string; createdAt: Date; expiresAt: Date; revokedAt: Date | null; acceptedAt: Date | null }

export const inviteColumns = {
  pairId: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  acceptedAt: true,
} as const

/** An invite as its inviter sees it at `now`. */
export function ownInvite({ pairId, createdAt, expiresAt, revokedAt, acceptedAt }: InviteRow, now: Date): OwnInvite {
  const state = acceptedAt ? 'accepted' : revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'open'
  return { pairId, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), state }
}

/** My own invites, newest first. One statement. */
export async function readInvites({ db, viewer }: Scope): Promise<Answer<typeof listInvites>> {
  const { personId, now } = viewer
  const rows = await db.invite.findMany({
    where: { inviterId: personId },
    select: inviteColumns,
    orderBy: [{ createdAt: 'desc' }, { pairId: 'desc' }],
    take: listed,
  })
  return { invites: rows.map((row) => ownInvite(row, now)) }
}

/** The ids of the couples that I was in before, the last one first. One statement. */
export async function readFormerCouples({ db, viewer }: Scope): Promise<string[]> {
  const { personId } = viewer
  const memberships = await db.membership.findMany({
    where: { personId, leftAt: { not: null } },
    select: { coupleId: true },
    orderBy: [{ joinedAt: 'desc' }, { coupleId: 'desc' }],
  })
  return memberships.map(({ coupleId }) => coupleId)
}

/** The couple I am in, if any, and the ids of former ones, newest first. Two statements alone, else four. */
export async function readCouple(scope: Scope): Promise<Answer<typeof getCouple>> {
  const former = await readFormerCouples(scope)
  const people = await readPeople(scope)
  if (!hasCouple(scope) || !people.partner) return { couple: null, former }
  const { personId, coupleId, slot, weekStart } = scope.viewer
  const { bundle } = await scope.db.person.findUniqueOrThrow({
    where: { id: people.partner.id },
    select: { bundle: true },
  })
  const invite =
    slot === 1
      ? await scope.db.invite.findFirst({
          where: { pairId: coupleId, inviterId: personId },
          select: { inviteeMac: true },
        })
      : null
  const couple = {
    id: coupleId,
    weekStart,
    me: people.me,
    partner: people.partner,
    partnerBundle: storedBundle(bundle),
    inviteeMac: invite?.inviteeMac ?? null,
  }
  return { couple, former }
}

/** What both marked after pairing: mine, and my partner's once both have. One statement; both null when alone. */
export async function readHopes({ db, viewer }: Scope): Promise<Answer<typeof getHopes>> {
  const { personId, coupleId } = viewer
  if (coupleId === null) return { mine: null, partner: null }
  const rows = await db.hope.findMany({ where: { coupleId }, select: { personId: true, fed: true, more: true } })
  const of = (mine: boolean) =>
    rows.filter((row) => (row.personId === personId) === mine).map(({ fed, more }) => ({ fed, more }))[0] ?? null
  return { mine: of(true), partner: of(false) }
}
