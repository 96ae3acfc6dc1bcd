// For *.db.test.ts: runs reads and writes as a route does, and names what came of them.
import { expect } from 'vitest'
import { withViewer, type CoupleScope, type Scope } from '@/lib/db/with-viewer'
import type { Contract } from '@/lib/http/contract'
import { demandCouple } from '@/lib/http/demand-couple'
import { Problem, type ProblemCode } from '@/lib/http/problem'

/** Runs `work` as the person of this session. Throws if the session is not live, so that no test takes that for a result. */
export async function as<T>({ secret }: Readonly<{ secret: string }>, work: (scope: Scope) => Promise<T>): Promise<T> {
  const done = await withViewer(secret, work)
  if (done === 'signed-out') throw new Error('Signed out.')
  return done
}

/** The scope that `coupleRoute` gives its handler. Refuses a person who is alone as the contract says, by default with not-paired. */
export const paired = (
  scope: Scope,
  contract: Pick<Contract, 'problems'> = { problems: ['not-paired'] },
): CoupleScope => demandCouple(scope, contract)

/** The code of a Problem; the text of any other error. */
export const problemCodeOf = (error: unknown): string => (error instanceof Problem ? error.code : String(error))

/** 'done', or the code of the refusal. */
export const outcome = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', problemCodeOf)

/** The refusal of `work`. Throws if it succeeds or fails with another code. */
export async function refused(code: ProblemCode, work: Promise<unknown>): Promise<Problem> {
  const found = await work.then(
    () => 'nothing was refused',
    (error: unknown) => error,
  )
  if (!(found instanceof Problem)) throw found
  expect(found.code).toBe(code)
  return found
}
