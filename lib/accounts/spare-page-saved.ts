import 'server-only'
import type { Scope } from '@/lib/db/with-viewer'

/** Whether my spare page was saved, so that a lost phrase can be replaced. One statement. */
export async function readSparePageSaved({ db, viewer }: Scope): Promise<boolean> {
  const { personId } = viewer
  const account = await db.account.findUniqueOrThrow({ where: { personId }, select: { sparePageSavedOn: true } })
  return account.sparePageSavedOn !== null
}
