import 'server-only'
import { onlyMeSeconds, sharedDeviceSeconds } from '@/lib/auth/session-use'
import type { Scope } from '@/lib/db/with-viewer'
import type { Input } from '@/lib/http/contract'
import { zonesAfterChange } from '@/lib/time/past-zones'
import { sameZone } from '@/lib/time/zone'
import type { changeMe } from './contract'

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
