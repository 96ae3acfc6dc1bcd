import 'server-only'
import { onlyMeSeconds, sharedDeviceSeconds } from '@/lib/auth/session-use'
import { columnOfDay } from '@/lib/db/day-column'
import type { Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { dayIn } from '@/lib/time/day'
import { zonesAfterChange } from '@/lib/time/past-zones'
import { sameZone } from '@/lib/time/zone'
import type { changeMe, putKeyring } from './contract'

/**
 * Changes the viewer's name, zone or language. Absent fields stay. The zone before is remembered for some days, so that
 * what has closed there does not open again.
 */
export async function changeMyself(
  { db, viewer }: Scope,
  { name, zone, locale }: Input<typeof changeMe>,
): Promise<undefined> {
  const { personId, now } = viewer
  if (name !== undefined || zone !== undefined) {
    await db.person.updateMany({
      where: { id: personId },
      data: { ...(name !== undefined && { name }), ...(zone !== undefined && { zone }) },
    })
  }
  const zonesBefore = zone !== undefined && !sameZone(zone, viewer.zone) ? zonesAfterChange(viewer, now) : undefined
  if (locale !== undefined || zonesBefore !== undefined) {
    await db.account.updateMany({
      where: { personId },
      data: { ...(locale !== undefined && { locale }), ...(zonesBefore !== undefined && { zonesBefore }) },
    })
  }
}

/** Notes that the viewer saved their spare page today. */
export async function noteSparePageSaved({ db, viewer }: Scope): Promise<undefined> {
  const { personId, now, zone } = viewer
  await db.account.updateMany({ where: { personId }, data: { sparePageSavedOn: columnOfDay(dayIn(now, zone)) } })
}

/**
 * Saves the next version of the keyring. A retry with the same bytes succeeds. Throws `version-changed` with the saved
 * version.
 */
export async function replaceKeyring(
  { db, viewer }: Scope,
  { keyring, ifMatch }: Input<typeof putKeyring>,
): Promise<Answer<typeof putKeyring>> {
  const { personId } = viewer
  const { count } = await db.account.updateMany({
    where: { personId, keyringRev: ifMatch },
    data: { keyring, keyringRev: ifMatch + 1 },
  })
  if (count === 1) return { keyring, keyringRev: ifMatch + 1 }
  const current = await db.account.findFirstOrThrow({
    where: { personId },
    select: { keyring: true, keyringRev: true },
  })
  if (current.keyring === keyring && current.keyringRev === ifMatch + 1) return current
  throw new Problem('version-changed', { current })
}

/** Stores this session's half of the key that opens the journal on its device, or deletes it (null). */
export async function keepDeviceKey({ db, viewer }: Scope, deviceKey: string | null): Promise<undefined> {
  const { sessionId } = viewer
  await db.session.updateMany({
    where: { id: sessionId },
    data: { deviceKey: deviceKey === null ? null : Buffer.from(deviceKey, 'base64url') },
  })
}

/**
 * Sets whether only the viewer uses this device. If others do too, the session's half of the key is deleted, and the
 * session ends within a day.
 */
export async function keepDeviceUse({ db, viewer }: Scope, onlyMe: boolean): Promise<undefined> {
  if (viewer.onlyMe === onlyMe) return
  const expiresAt = new Date(viewer.now.getTime() + (onlyMe ? onlyMeSeconds : sharedDeviceSeconds) * 1000)
  await db.session.updateMany({
    where: { id: viewer.sessionId },
    data: { onlyMe, expiresAt, ...(!onlyMe && { deviceKey: null }) },
  })
}

/** Ends one of the viewer's sessions. Throws `not-found`. */
export async function endMySession({ db }: Scope, sessionId: string): Promise<undefined> {
  const { count } = await db.session.deleteMany({ where: { id: sessionId } })
  if (count === 0) throw new Problem('not-found')
}

/** Ends all the viewer's sessions except this one. */
export async function endMyOtherSessions({ db, viewer }: Scope): Promise<undefined> {
  const { sessionId, personId } = viewer
  await db.session.deleteMany({ where: { personId, id: { not: sessionId } } })
}
