import 'server-only'
import { asSystemFor, type SystemDb } from '@/lib/db/as-system'
import { secretHash } from '@/lib/db/gate'
import { Problem } from '@/lib/http/problem'
import { seams } from '@/lib/seams'

// A known device is a browser that signed in to this account, or recovered it. Its tries are counted separately, so that
// nobody else's failures lock it out.

const knownDeviceSeconds = 365 * 86_400

/** A known device and its cookie: 32 random bytes as base64url, and how long it lasts. */
export type DeviceCookie = Readonly<{ deviceId: string; deviceSecret: string; deviceSeconds: number }>

/** Finds the row of a browser that this person knows, or null. */
export async function findKnownDevice(
  db: SystemDb,
  personId: string | undefined,
  deviceSecret: string | null,
  now: Date,
): Promise<{ id: string } | null> {
  if (personId === undefined || deviceSecret === null) return null
  return db.knownDevice.findFirst({
    where: { secretHash: secretHash(deviceSecret), personId, expiresAt: { gt: now } },
    select: { id: true },
  })
}

/** Makes this browser known for a year. */
export async function addKnownDevice(db: SystemDb, personId: string, now: Date): Promise<DeviceCookie> {
  const { uuid, random } = seams()
  const [deviceId, deviceSecret] = [uuid(), Buffer.from(random(32)).toString('base64url')]
  await db.knownDevice.create({
    data: { id: deviceId, personId, secretHash: secretHash(deviceSecret), expiresAt: yearAfter(now) },
  })
  return { deviceId, deviceSecret, deviceSeconds: knownDeviceSeconds }
}

/**
 * Lets a known device be known for another year. If its row was deleted meanwhile, because the person signed out
 * everywhere else, it is made known again.
 */
export async function renewKnownDevice(
  db: SystemDb,
  { id, personId, deviceSecret }: Readonly<{ id: string; personId: string; deviceSecret: string }>,
  now: Date,
): Promise<DeviceCookie> {
  const { count } = await db.knownDevice.updateMany({ where: { id, personId }, data: { expiresAt: yearAfter(now) } })
  return count === 1
    ? { deviceId: id, deviceSecret, deviceSeconds: knownDeviceSeconds }
    : addKnownDevice(db, personId, now)
}

const yearAfter = (now: Date) => new Date(now.getTime() + knownDeviceSeconds * 1000)

/** Ends every session but this one. Every browser but this one is no longer known. */
export async function endOtherSessionsAs(
  secret: string,
  deviceSecret: string | null,
): Promise<undefined | 'signed-out'> {
  return asSystemFor(secret, async (db, { personId, sessionId, now }): Promise<undefined> => {
    const device = await findKnownDevice(db, personId, deviceSecret, now)
    await db.session.deleteMany({ where: { personId, id: { not: sessionId } } })
    await db.knownDevice.deleteMany({ where: { personId, ...(device && { id: { not: device.id } }) } })
  })
}

/**
 * Ends one of the person's sessions. Its browser is no longer known, unless it is this one: who ends a session that they
 * do not recognise expects that browser to have no lane of its own any more. Throws `not-found`.
 */
export async function endSessionAs(secret: string, endedId: string): Promise<undefined | 'signed-out'> {
  return asSystemFor(secret, async (db, { personId, sessionId }): Promise<undefined> => {
    const sessions = await db.session.findMany({
      where: { personId, id: { in: [endedId, sessionId] } },
      select: { id: true, knownDeviceId: true },
    })
    const deviceOf = (id: string) => sessions.find((session) => session.id === id)?.knownDeviceId ?? null
    const { count } = await db.session.deleteMany({ where: { personId, id: endedId } })
    if (count === 0) throw new Problem('not-found')
    const device = deviceOf(endedId)
    if (device !== null && device !== deviceOf(sessionId))
      await db.knownDevice.deleteMany({ where: { personId, id: device } })
  })
}
