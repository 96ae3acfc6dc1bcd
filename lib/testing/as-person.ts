// For *.db.test.ts: what somebody asks, as a route would run it, and what came of it.
import { expect } from 'vitest'
import { withViewer, type CoupleScope, type Scope } from '@/lib/db/with-viewer'
import type { Contract } from '@/lib/http/contract'
import { demandCouple } from '@/lib/http/demand-couple'
import { Problem, type ProblemCode } from '@/lib/http/problem'

/** Runs `work` as whose session's secret this is. Throws where nobody is signed in with it, so that no test mistakes that for an answer. */
export async function as<T>({ secret }: Readonly<{ secret: string }>, work: (scope: Scope) => Promise<T>): Promise<T> {
  const done = await withViewer(secret, work)
  if (done === 'signed-out') throw new Error('Signed out.')
  return done
}

/** The scope that a route of couples gives its handler. Who is alone is refused as the contract says, with not-paired where none is named. */
export const paired = (
  scope: Scope,
  contract: Pick<Contract, 'problems'> = { problems: ['not-paired'] },
): CoupleScope => demandCouple(scope, contract)

/** The code of a refusal; of anything else that was thrown, its words. */
export const problemCodeOf = (error: unknown): string => (error instanceof Problem ? error.code : String(error))

/** 'done', or what it was refused with. */
export const outcome = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', problemCodeOf)

/** The refusal of `work`, which must have this code. Whatever else comes of it is thrown. */
export async function refused(code: ProblemCode, work: Promise<unknown>): Promise<Problem> {
  const found = await work.then(
    () => 'nothing was refused',
    (error: unknown) => error,
  )
  if (!(found instanceof Problem)) throw found
  expect(found.code).toBe(code)
  return found
}
