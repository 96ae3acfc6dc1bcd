import 'server-only'
import { columnOfDay } from '@/lib/db/day-column'
import { columnOfSealed } from '@/lib/db/sealed-column'
import type { CoupleScope, Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { keepVersion } from '@/lib/http/keep-version'
import { orNull } from '@/lib/http/or-null'
import { Problem } from '@/lib/http/problem'
import type { logMoment, putMoment, putMomentPart } from './contract'
import { findMoment } from './reads'
import { isRecent } from './recent-days'
import { momentRow } from './rows'

/**
 * Logs a moment and the people whom it feeds: its author, and with *both* the partner too. A retry is answered with the
 * saved moment, on a later day too. Throws not-paired, day-out-of-range, day-before-pairing, id-taken.
 */
export async function keepMoment(
  scope: CoupleScope,
  input: Input<typeof logMoment>,
): Promise<Answer<typeof logMoment>> {
  const { personId: authorId, coupleId, startedOn, now, zone } = scope.viewer
  const { id, types, who } = input
  if (coupleId !== input.coupleId) throw new Problem('not-paired')
  const day = columnOfDay(input.day)
  const row = {
    coupleId,
    id,
    authorId,
    rev: 1,
    day,
    types,
    who,
    sealed: columnOfSealed(input.sealed),
    addedAt: now,
    writtenAt: now,
  }
  const { count } = await scope.db.moment.createMany({ data: [row], skipDuplicates: true })
  if (count === 1) {
    if (!isRecent(input.day, now, zone)) throw new Problem('day-out-of-range', { fields: ['body.day'] })
    if (input.day < startedOn) throw new Problem('day-before-pairing', { fields: ['body.day'] })
    const members = await scope.db.membership.findMany({
      where: { coupleId, ...(who === 'me' && { personId: authorId }) },
      select: { personId: true },
    })
    await scope.db.momentPart.createMany({
      data: members.map(({ personId }) => ({ coupleId, momentId: id, personId, day, types })),
    })
  }
  const current = await orNull(findMoment(scope, id))
  if (current?.authorId !== authorId) throw new Problem('id-taken')
  return momentRow(current)
}

/**
 * Saves the next version of a moment of the viewer's. A trigger gives its parts the same types. Throws not-found,
 * ended, version-changed.
 */
export async function changeMoment(
  scope: Scope,
  { momentId: id, types, removed, sealed, ifMatch }: Input<typeof putMoment>,
): Promise<Answer<typeof putMoment>> {
  const { personId: authorId, coupleId: active, now } = scope.viewer
  const { coupleId, ...before } = await findMoment(scope, id)
  if (before.authorId !== authorId) throw new Problem('not-found')
  if (coupleId !== active) throw new Problem('ended')
  const rev = ifMatch + 1
  return keepVersion(
    { id, rev, sealed },
    {
      write: () =>
        scope.db.moment.updateMany({
          where: { coupleId, id, authorId, rev: ifMatch },
          data: { rev, types, removed, sealed: columnOfSealed(sealed), writtenAt: now },
        }),
      read: async () => momentRow(await findMoment(scope, id)),
    },
  )
}

/**
 * Takes the viewer's own part out of a moment, or puts it back. Throws ended, and not-found where they have no part in
 * it.
 */
export async function keepPart(
  scope: Scope,
  { momentId: id, takenOut }: Input<typeof putMomentPart>,
): Promise<Answer<typeof putMomentPart>> {
  const { personId, coupleId: active } = scope.viewer
  const { coupleId } = await findMoment(scope, id)
  if (coupleId !== active) throw new Problem('ended')
  const { count } = await scope.db.momentPart.updateMany({
    where: { coupleId, momentId: id, personId },
    data: { takenOut },
  })
  if (count === 0) throw new Problem('not-found')
  return momentRow(await findMoment(scope, id))
}
