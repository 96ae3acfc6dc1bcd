import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

/** The place in the couple: 1 is the filled disc, 2 the outlined diamond, the same on both phones. Never a hue. */
export type Slot = 1 | 2

type MarkProps = Readonly<{ slot: Slot; size?: number | undefined; className?: string | undefined }>

/** The sign of one of the two. The name stands beside it, so it is hidden from screen readers. */
export const PartnerMark = ({ slot, size = 12, className }: MarkProps) => (
  <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" focusable="false" className={className ?? ''}>
    {slot === 1 ? (
      <circle cx="6" cy="6" r="6" fill="currentColor" />
    ) : (
      <rect
        x="2.1"
        y="2.1"
        width="7.8"
        height="7.8"
        rx="1.6"
        transform="rotate(45 6 6)"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
      />
    )}
  </svg>
)

/** The mark and the name. */
export const Who = ({ slot, className, children }: { slot: Slot; className?: string; children: ReactNode }) => (
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
