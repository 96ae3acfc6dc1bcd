import type { ReactNode } from 'react'
import { MarkedName } from '@/components/people/partner-mark'
import type { Pair } from '@/lib/couples/people'

/** Which mark is whose, in pairing order, and how to read the figure. */
export const Legend = ({ who, children }: { who: Pair<ReactNode>; children: ReactNode }) => (
  <figcaption className="mt-3 text-small text-ink-2">
    {/* over the middle of the sentence below, also where longer names are below each other */}
    <span className="flex flex-wrap justify-center gap-x-6 gap-y-2">
      <MarkedName slot={1}>{who[0]}</MarkedName>
      <MarkedName slot={2}>{who[1]}</MarkedName>
    </span>
    <span className="mt-2 block text-center even-lines text-ink-3">{children}</span>
  </figcaption>
)
