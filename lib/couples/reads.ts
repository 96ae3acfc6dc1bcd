import 'server-only'
import { selectAnswered, selectPeople, type PersonRecord } from '@/lib/db/page-sql'
import { hasCouple, type CoupleScope, type Scope } from '@/lib/db/with-viewer'
import { zoneOfColumn } from '@/lib/db/zone-column'
import type { Answer } from '@/lib/http/contract'
import { localeFor } from '@/lib/messages/locale'
import { weekStartOf, type WeekStart } from '@/lib/time/week'
import type { getCouple, getHopes, listInvites } from './contract'
import type { Partner, People } from './people'
import { inviteColumns, toOwnInvite, parseStoredBundle } from './rows'

/** How many invites are listed: more than a person can make while an invite stays open. */
const MAX_LISTED = 20

/** The subject of the marks after pairing. Other blind answers have their own table. */
export const hopesSubject = 'hopes'

/** Reads the viewer's invites, newest first. One statement. */
export async function readInvites({ db, viewer }: Scope): Promise<Answer<typeof listInvites>> {
  const { personId, now } = viewer
  const rows = await db.invite.findMany({
    where: { inviterId: personId },
    select: inviteColumns,
    orderBy: [{ createdAt: 'desc' }, { pairId: 'desc' }],
    take: MAX_LISTED,
  })
  return { invites: rows.map((row) => toOwnInvite(row, now)) }
}

/** Reads the ids of the viewer's former couples, newest first. One statement. */
export async function readFormerCouples({ db, viewer }: Scope): Promise<string[]> {
  const { personId } = viewer
  const memberships = await db.membership.findMany({
    where: { personId, leftAt: { not: null } },
    select: { coupleId: true },
    orderBy: [{ joinedAt: 'desc' }, { coupleId: 'desc' }],
  })
  return memberships.map(({ coupleId }) => coupleId)
}

/** Whether the viewer has no partner now, but had one before. One statement, none for those who are paired. */
export const readHasParted = async (scope: Scope): Promise<boolean> =>
  !hasCouple(scope) && (await readFormerCouples(scope)).length > 0

/**
 * Reads the viewer's couple, if any, and the ids of former ones, newest first. Four statements, or two without a
 * couple.
 */
export async function readCouple(scope: Scope): Promise<Answer<typeof getCouple>> {
  const former = await readFormerCouples(scope)
  const people = await readPeople(scope)
  if (!hasCouple(scope) || !people.partner) return { couple: null, former }
  const { personId, coupleId, slot, weekStart } = scope.viewer
  const { bundle } = await scope.db.person.findFirstOrThrow({
    where: { id: people.partner.id },
    select: { bundle: true },
  })
  const invite =
    slot === 1
      ? await scope.db.invite.findFirst({
          where: { pairId: coupleId, inviterId: personId },
          select: { inviteeMac: true, acceptedAt: true },
        })
      : null
  const couple = {
    id: coupleId,
    weekStart,
    me: people.me,
    partner: people.partner,
    partnerBundle: parseStoredBundle(bundle),
    inviteeMac: invite?.inviteeMac ?? null,
    acceptedAt: invite?.acceptedAt?.toISOString() ?? null,
  }
  return { couple, former }
}

/**
 * Reads the viewer's marks after pairing, and the partner's once both have marked. Both null without a couple. One
 * statement.
 */
export async function readHopes({ db, viewer }: Scope): Promise<Answer<typeof getHopes>> {
  const { personId, coupleId } = viewer
  if (coupleId === null) return { mine: null, partner: null }
  const rows = await db.hope.findMany({ where: { coupleId }, select: { personId: true, fed: true, more: true } })
  const hopesOf = (mine: boolean) =>
    rows.filter((row) => (row.personId === personId) === mine).map(({ fed, more }) => ({ fed, more }))[0] ?? null
  return { mine: hopesOf(true), partner: hopesOf(false) }
}

/**
 * Reads the viewer and their partner. One statement: policies show only the viewer and the partner of the active
 * couple.
 */
export async function readPeople(scope: Scope): Promise<People> {
  const { personId, coupleId, slot, locale, now } = scope.viewer
  const rows = await selectPeople(scope)
  const mySlot = slot === 2 ? 2 : 1
  const inSlot = (row: PersonRecord, slot: 1 | 2): Partner => ({
    ...row,
    zone: zoneOfColumn(row.zone),
    slot,
  })
  const mine = rows.find(({ id }) => id === personId)
  const partner = rows.find(({ id }) => id !== personId)
  if (!mine) throw new Error('The policies hid the viewer’s own person.')
  return {
    me: inSlot(mine, mySlot),
    partner: partner ? inSlot(partner, mySlot === 1 ? 2 : 1) : null,
    coupleId,
    locale: localeFor(locale),
    now,
  }
}

/**
 * Reads which of these subjects the viewer has answered, each with whether both see it; of a month, whether it is closed.
 * One statement.
 */
export async function readAnswered(
  scope: CoupleScope,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const rows = await selectAnswered(scope, subjects)
  return new Map(rows.map(({ subject, revealed }) => [subject, revealed]))
}

/** The weekday on which the couple's weeks begin; without a couple, that of the viewer's language. */
export function weekStartFor({ viewer }: Scope): WeekStart {
  const { weekStart, locale } = viewer
  return weekStart ?? weekStartOf(locale)
}
