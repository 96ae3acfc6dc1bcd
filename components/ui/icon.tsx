import type { LucideIcon } from 'lucide-react'

type IconProps = Readonly<{ of: LucideIcon; size?: number; className?: string | undefined }>

/** An icon beside words that say the same, so it is hidden from screen readers. `of` is a lucide icon, `size` in px. */
export const Icon = ({ of: Of, size = 18, className }: IconProps) => (
  <Of size={size} strokeWidth={1.75} aria-hidden="true" focusable="false" className={className ?? ''} />
)
