import 'server-only'
import { dayOfColumn } from '@/lib/db/day-column'
import { selectAccount } from '@/lib/db/page-sql'
import type { Scope } from '@/lib/db/with-viewer'
import { zoneOfColumn } from '@/lib/db/zone-column'
import type { Answer } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { dayIn, parseDay } from '@/lib/time/day'
import type { getMe, getVault, listSessions } from './contract'

/** Reads the viewer's account, the settings of their session, and how much they store. One statement. */
export async function readMe(scope: Scope): Promise<Answer<typeof getMe>> {
  const { personId, sessionId, onlyMe } = scope.viewer
  const { zone, sparePageSavedOn, sealedBytes, ...account } = await selectAccount(scope)
  return {
    id: personId,
    ...account,
    zone: zoneOfColumn(zone),
    sparePageSavedOn: sparePageSavedOn === null ? null : parseDay(sparePageSavedOn),
    sessionId,
    onlyMe,
    sealedBytes: Number(sealedBytes),
  }
}

/** Reads what opens the viewer's journal. Two statements. */
export async function readVault({ db, viewer }: Scope): Promise<Answer<typeof getVault>> {
  const { personId, sessionId, onlyMe, lastUsedOn, zone, now } = viewer
  const wraps = await db.account.findFirstOrThrow({
    where: { personId },
    select: { kdf: true, salt: true, vkPw: true, keyring: true, keyringRev: true },
  })
  const session = await db.session.findFirst({ where: { id: sessionId }, select: { deviceKey: true } })
  if (!session) throw new Problem('signed-out') // it was ended after this request had entered
  const deviceKey = session.deviceKey && Buffer.from(session.deviceKey).toString('base64url')
  return { personId, ...wraps, sessionId, onlyMe, deviceKey, usedToday: lastUsedOn === dayIn(now, zone) }
}

/** Reads the viewer's sessions, the current one first, then by last use. One statement. */
export async function readSessions({ db, viewer }: Scope): Promise<Answer<typeof listSessions>> {
  const { sessionId, now } = viewer
  const rows = await db.session.findMany({
    where: { expiresAt: { gt: now } },
    orderBy: [{ lastUsedOn: 'desc' }, { id: 'asc' }],
    select: { id: true, label: true, signedInOn: true, lastUsedOn: true, onlyMe: true },
  })
  const sessions = rows.map((row) => ({
    ...row,
    signedInOn: dayOfColumn(row.signedInOn),
    lastUsedOn: dayOfColumn(row.lastUsedOn),
    current: row.id === sessionId,
  }))
  return { sessions: sessions.sort((a, b) => Number(b.current) - Number(a.current)) }
}
