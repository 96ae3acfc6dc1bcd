import 'server-only'
import type { CoupleScope } from '@/lib/db/with-viewer'

/** Which of these I have answered, blind, and whether both of us see it by now. One statement. */
export async function readAnswered(
  { db, viewer }: CoupleScope,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const { personId, coupleId } = viewer
  const rows = await db.answered.findMany({
    where: { coupleId, personId, subject: { in: [...subjects] } },
    select: { subject: true, revealedAt: true },
  })
  return new Map(rows.map(({ subject, revealedAt }) => [subject, revealedAt !== null]))
}
