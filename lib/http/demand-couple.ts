import 'server-only'
import { hasCouple, type CoupleScope, type Scope } from '@/lib/db/with-viewer'
import type { Contract } from './contract'
import { Problem } from './problem'

/**
 * The scope of somebody in a couple. Throws for a person who is alone: not-paired where the contract lists it; otherwise not-found,
 * because what they ask for belongs to a couple.
 */
export function demandCouple(scope: Scope, { problems }: Pick<Contract, 'problems'>): CoupleScope {
  if (hasCouple(scope)) return scope
  throw new Problem(problems?.includes('not-paired') ? 'not-paired' : 'not-found')
}
