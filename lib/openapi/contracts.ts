import * as accounts from '@/lib/accounts/contract'
import * as checkIns from '@/lib/check-ins/contract'
import * as couples from '@/lib/couples/contract'
import * as dashboard from '@/lib/dashboard/contract'
import type { Contract } from '@/lib/http/contract'
import * as journal from '@/lib/journal/contract'
import * as moments from '@/lib/moments/contract'
import * as months from '@/lib/months/contract'
import * as plans from '@/lib/plans/contract'
import * as rituals from '@/lib/rituals/contract'
import * as openapi from './contract'

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'summary' in value

/** Every contract, sorted by path and method. A test compares them with the built routes. */
export const contracts: readonly Contract[] = [
  accounts,
  checkIns,
  couples,
  dashboard,
  journal,
  moments,
  months,
  plans,
  rituals,
  openapi,
]
  .flatMap((room) => Object.values(room).filter(isContract))
  .sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`))
