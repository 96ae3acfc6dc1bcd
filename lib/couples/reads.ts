import 'server-only'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'
import type { Answer } from '@/lib/http/contract'
import { isWeekStart } from '@/lib/time/week'
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
export async function readInvites(db: ViewerDb): Promise<Answer<typeof listInvites>> {
  const { personId, now } = viewerOf(db)
  const rows = await db.invite.findMany({
    where: { inviterId: personId },
    select: inviteColumns,
    orderBy: [{ createdAt: 'desc' }, { pairId: 'desc' }],
    take: listed,
  })
  return { invites: rows.map((row) => ownInvite(row, now)) }
}

/** The ids of the couples that I was in before, the last one first. One statement. */
export async function readFormerCouples(db: ViewerDb): Promise<string[]> {
  const { personId } = viewerOf(db)
  const memberships = await db.membership.findMany({
    where: { personId, leftAt: { not: null } },
    select: { coupleId: true },
    orderBy: [{ joinedAt: 'desc' }, { coupleId: 'desc' }],
  })
  return memberships.map(({ coupleId }) => coupleId)
}

/** The couple I am in, if any, and the ids of former ones, newest first. Alone two statements, else five. */
export async function readCouple(db: ViewerDb): Promise<Answer<typeof getCouple>> {
  const { personId, coupleId, slot } = viewerOf(db)
  const former = await readFormerCouples(db)
  const people = await readPeople(db)
  if (coupleId === null || !people.partner) return { couple: null, former }
  const { weekStart } = await db.couple.findUniqueOrThrow({ where: { id: coupleId }, select: { weekStart: true } })
  const { bundle } = await db.person.findUniqueOrThrow({ where: { id: people.partner.id }, select: { bundle: true } })
  const invite =
    slot === 1
      ? await db.invite.findFirst({ where: { pairId: coupleId, inviterId: personId }, select: { inviteeMac: true } })
      : null
  const couple = {
    id: coupleId,
    weekStart: isWeekStart(weekStart) ? weekStart : (1 as const),
    me: people.me,
    partner: people.partner,
    partnerBundle: storedBundle(bundle),
    inviteeMac: invite?.inviteeMac ?? null,
  }
  return { couple, former }
}

/** What both marked after pairing: mine, and my partner's once both have. One statement; both null when alone. */
export async function readHopes(db: ViewerDb): Promise<Answer<typeof getHopes>> {
  const { personId, coupleId } = viewerOf(db)
  if (coupleId === null) return { mine: null, partner: null }
  const rows = await db.hope.findMany({ where: { coupleId }, select: { personId: true, fed: true, more: true } })
  const of = (mine: boolean) =>
    rows.filter((row) => (row.personId === personId) === mine).map(({ fed, more }) => ({ fed, more }))[0] ?? null
  return { mine: of(true), partner: of(false) }
}
