import 'server-only'
import type { CoupleScope, Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { seams } from '@/lib/seams'
import { INVITE_HOURS } from '@/lib/vault/invite-age'
import type { postInvite, putHopes, OwnInvite } from './contract'
import { hopesSubject as subject, readHopes } from './reads'
import { inviteColumns, toOwnInvite } from './rows'

const hours = (n: number) => n * 3_600_000

/**
 * Makes an invite, open for 72 hours. A retry returns the saved invite. The number of open invites and of invites a day
 * is limited, so that nobody can flood somebody with links. Throws `already-paired`, `wrong-shape`, `too-many-invites`,
 * `id-taken`.
 */
export async function addInvite({ db, viewer }: Scope, input: Input<typeof postInvite>): Promise<OwnInvite> {
  const { personId, coupleId, now } = viewer
  const { pairId, tokenHash, inviterBundle, inviterMac, weekStart } = input
  if (coupleId !== null) throw new Problem('already-paired')
  if (inviterBundle.uid !== personId) throw new Problem('wrong-shape', { fields: ['body.inviterBundle'] })
  // Adding 0 locks the viewer's row, so that concurrent invites are counted one after the other.
  await db.account.updateMany({ where: { personId }, data: { keyringRev: { increment: 0 } } })
  const recent = await db.invite.findMany({
    where: { inviterId: personId, createdAt: { gt: new Date(now.getTime() - hours(INVITE_HOURS)) } },
    select: inviteColumns,
  })
  const same = recent.find((invite) => invite.pairId === pairId)
  if (same) return toOwnInvite(same, now)
  const open = recent.filter((invite) => toOwnInvite(invite, now).state === 'open').length
  const today = recent.filter(({ createdAt }) => createdAt.getTime() > now.getTime() - hours(24)).length
  if (open >= seams().limits.openInvites || today >= seams().limits.invitesPerDay) throw new Problem('too-many-invites')
  const row = { pairId, createdAt: now, expiresAt: new Date(now.getTime() + hours(INVITE_HOURS)) }
  const { count } = await db.invite.createMany({
    skipDuplicates: true,
    data: [
      {
        ...row,
        inviterId: personId,
        tokenHash: Buffer.from(tokenHash, 'base64url'),
        inviterBundle: JSON.stringify(inviterBundle),
        inviterMac,
        weekStart,
      },
    ],
  })
  if (count === 0) throw new Problem('id-taken')
  return toOwnInvite({ ...row, revokedAt: null, acceptedAt: null }, now)
}

/**
 * Revokes an invite of the viewer. A retry succeeds. Throws `not-found` for an invite of somebody else or an accepted
 * one.
 */
export async function revokeMyInvite({ db, viewer }: Scope, pairId: string): Promise<undefined> {
  const { personId, now } = viewer
  const { count } = await db.invite.updateMany({
    where: { pairId, inviterId: personId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
  if (count === 1) return
  const existing = await db.invite.findFirst({
    where: { pairId, inviterId: personId, acceptedAt: null },
    select: { pairId: true },
  })
  if (!existing) throw new Problem('not-found')
}

/** Saves the viewer's marks. Once both have marked, they show to both and can't change: throws `already-revealed`. */
export async function keepHopes(
  scope: CoupleScope,
  { fed, more }: Input<typeof putHopes>,
): Promise<Answer<typeof putHopes>> {
  const { personId, coupleId } = scope.viewer
  const { count } = await scope.db.hope.createMany({
    skipDuplicates: true,
    data: [{ coupleId, subject, personId, fed, more }],
  })
  const changed =
    count === 1
      ? count
      : (await scope.db.hope.updateMany({ where: { coupleId, subject, personId }, data: { fed, more } })).count
  const hopes = await readHopes(scope)
  const isSaved = hopes.mine?.fed.join() === fed.join() && hopes.mine.more.join() === more.join()
  if (changed === 0 && !isSaved) throw new Problem('already-revealed')
  return hopes
}
