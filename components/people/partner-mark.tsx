import type { CSSProperties, ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

/** A person's place in the couple: 1 is a filled disc, 2 an outlined diamond, on both devices. Never a colour. */
export type Slot = 1 | 2

type PartnerMarkProps = Readonly<{ slot: Slot; size?: number | undefined; className?: string | undefined }>

/** The mark of a person, as large as an icon of that `size`. Hidden from screen readers, because the name is always beside it. */
export const PartnerMark = ({ slot, size = 12, className }: PartnerMarkProps) => (
  <span
    className={classes('icon', slot === 1 ? 'disc' : 'diamond', className)}
    style={{ '--size': size } as CSSProperties}
  />
)

/** A person's mark and name. The mark is on the first line of a name that needs several. */
export const MarkedName = ({ slot, className, children }: { slot: Slot; className?: string; children: ReactNode }) => (
  <span className={classes('marked-name', className)}>
    <PartnerMark slot={slot} className="relative top-px" />
    <bdi>{children}</bdi>
  </span>
)

/** Both marks, for what belongs to both people. */
export const BothMarks = ({ size = 10 }: { size?: number }) => (
  <span className="inline-flex items-center gap-0.5">
    <PartnerMark slot={1} size={size} />
    <PartnerMark slot={2} size={size} />
  </span>
)
