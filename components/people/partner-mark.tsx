import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

/** The place in the couple: 1 is the filled disc, 2 the outlined diamond, the same on both phones. Never a hue. */
export type Slot = 1 | 2

type PartnerMarkProps = Readonly<{ slot: Slot; size?: number | undefined; className?: string | undefined }>

/** The sign of one of the two, `size` px wide. The name stands beside it, so it says nothing to screen readers. */
export const PartnerMark = ({ slot, size = 12, className }: PartnerMarkProps) => (
  <span className={classes('icon', slot === 1 ? 'disc' : 'diamond', className)} style={{ fontSize: size }} />
)

/** The mark and the name. */
export const MarkedName = ({ slot, className, children }: { slot: Slot; className?: string; children: ReactNode }) => (
  <span className={classes('inline-flex items-center gap-2', className)}>
    <PartnerMark slot={slot} />
    <span className="min-w-0 wrap-anywhere">{children}</span>
  </span>
)

/** Both marks, for what is of the two. */
export const BothMarks = ({ size = 10 }: { size?: number }) => (
  <span className="inline-flex items-center gap-0.5">
    <PartnerMark slot={1} size={size} />
    <PartnerMark slot={2} size={size} />
  </span>
)
