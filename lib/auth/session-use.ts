import 'server-only'
import { columnOfDay } from '@/lib/db/day-column'
import type { Scope } from '@/lib/db/with-viewer'
import { dayIn } from '@/lib/time/day'

/** How long a session lasts after its last use, in seconds, on a device that only its person uses. */
export const onlyMeSeconds = 30 * 86_400

/** How long a session lasts in total, in seconds, on a shared device. */
export const sharedDeviceSeconds = 86_400

/**
 * Notes that the session was used today, in its person's zone. Writes at most once a day; no other record of use
 * exists.
 */
export async function noteSessionUse({ db, viewer }: Scope): Promise<void> {
  const { sessionId, lastUsedOn, onlyMe, zone, now } = viewer
  const today = dayIn(now, zone)
  if (lastUsedOn === today) return
  const expiresAt = new Date(now.getTime() + onlyMeSeconds * 1000)
  await db.session.updateMany({
    where: { id: sessionId },
    data: { lastUsedOn: columnOfDay(today), ...(onlyMe && { expiresAt }) },
  })
}
