import 'server-only'
import { hasCouple, type CoupleScope, type Scope } from '@/lib/db/with-viewer'
import type { Contract } from './contract'
import { Problem } from './problem'

/**
 * Returns the scope of a viewer in a couple. Throws for a viewer without one: not-paired if the contract lists it,
 * otherwise not-found, because the row belongs to a couple.
 */
export function demandCouple(scope: Scope, { problems }: Pick<Contract, 'problems'>): CoupleScope {
  if (hasCouple(scope)) return scope
  throw new Problem(problems?.includes('not-paired') ? 'not-paired' : 'not-found')
}
