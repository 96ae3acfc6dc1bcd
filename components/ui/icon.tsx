import type { LucideIcon } from 'lucide-react'

type IconProps = Readonly<{ icon: LucideIcon; size?: number; className?: string | undefined }>

/** An icon beside words that say the same, so it is hidden from screen readers. `icon` is a lucide icon, `size` in px. */
export const Icon = ({ icon: Image, size = 18, className }: IconProps) => (
  <Image size={size} strokeWidth={1.75} aria-hidden="true" focusable="false" className={className ?? ''} />
)
