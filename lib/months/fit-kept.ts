import { fitIntoPage, textBytes } from '@/lib/page-room'
import type { MonthKept } from './contract'

/** What a month kept, as far as a page has room for it, and how many more there are. */
export type KeptOnPage = Readonly<{ kept: readonly MonthKept[]; keptMore: number }>

/** What a ritual or a plan takes beside its title, in bytes, and what a further date of a ritual takes. */
const [NAME_BYTES, DATE_BYTES] = [2500, 500]

/**
 * What was kept first in the month comes first. Where there is no room for all, what the viewer took part in is shown before
 * anything else: nobody can crowd it out with plans of their own.
 */
export function fitKept(kept: readonly MonthKept[], viewerId: string): KeptOnPage {
  const isMine = ({ tookPart }: MonthKept) => tookPart.includes(viewerId)
  const named = new Set<string>()
  const inOrder = [...kept.filter(isMine), ...kept.filter((each) => !isMine(each))]
  const { shown, left } = fitIntoPage(inOrder, ({ ritualId, planId, title }) => {
    const name = ritualId ?? planId
    const isNamed = named.has(name)
    named.add(name)
    return isNamed ? DATE_BYTES + textBytes(title, 0) : NAME_BYTES + textBytes(title)
  })
  const found = new Set(shown)
  return { kept: kept.filter((each) => found.has(each)), keptMore: left }
}
