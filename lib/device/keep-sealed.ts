// One sealed text a person and thing, such as what a ritual means to them: whatever stands there is their own.
import type * as z from 'zod/mini'
import { Problem } from '@/lib/http/problem'

export type SealedVersion = Readonly<{ id: string; rev: number; sealed: string }>

const TRIES = 3

/**
 * Keeps `first`. Where something else stands, of a try whose answer was lost or of another device of mine, what I say now is sealed
 * anew as the version after it. Throws what `send` does when that does not settle it in three tries.
 */
export async function keepSealed<Row extends SealedVersion>(
  first: SealedVersion,
  seal: (next: Pick<SealedVersion, 'id' | 'rev'>) => Promise<string>,
  send: (next: SealedVersion) => Promise<Row>,
  shape: z.ZodMiniType<Row>,
): Promise<Row> {
  let next = first
  for (let tries = 1; ; tries++) {
    try {
      return await send(next)
    } catch (error) {
      const standing = shape.safeParse(error instanceof Problem ? error.details.current : undefined)
      if (!standing.success || tries === TRIES) throw error
      const { id, rev } = { id: standing.data.id, rev: standing.data.rev + 1 }
      next = { id, rev, sealed: await seal({ id, rev }) }
    }
  }
}
