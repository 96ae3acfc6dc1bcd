import { route } from '@/lib/http/route'
import { listLines } from '@/lib/plans/contract'
import { readLines } from '@/lib/plans/line-reads'

export const GET = route(listLines, readLines)
