import 'server-only'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'

/** Whether my spare page was saved, so that a lost phrase can be replaced. One statement. */
export async function readSparePageSaved(db: ViewerDb): Promise<boolean> {
  const { personId } = viewerOf(db)
  const account = await db.account.findUniqueOrThrow({ where: { personId }, select: { sparePageSavedOn: true } })
  return account.sparePageSavedOn !== null
}
