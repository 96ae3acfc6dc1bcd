import type { ReactNode } from 'react'
import { MarkedName } from '@/components/people/partner-mark'
import type { Pair } from '@/lib/couples/people'

/** Which mark is whose, in pairing order, and how to read the figure. */
export const Legend = ({ who, children }: { who: Pair<ReactNode>; children: ReactNode }) => (
  <figcaption className="mt-3 flex flex-wrap justify-center gap-x-6 gap-y-2 text-small text-ink-2">
    <MarkedName slot={1}>{who[0]}</MarkedName>
    <MarkedName slot={2}>{who[1]}</MarkedName>
    <span className="w-full text-center text-ink-3">{children}</span>
  </figcaption>
)
