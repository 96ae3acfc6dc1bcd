import 'server-only'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'

/** Which of these I have answered, blind, and whether both of us see it by now. One statement, none alone. */
export async function readAnswered(db: ViewerDb, subjects: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const { personId, coupleId } = viewerOf(db)
  if (coupleId === null) return new Map()
  const rows = await db.answered.findMany({
    where: { coupleId, personId, subject: { in: [...subjects] } },
    select: { subject: true, revealedAt: true },
  })
  return new Map(rows.map(({ subject, revealedAt }) => [subject, revealedAt !== null]))
}
