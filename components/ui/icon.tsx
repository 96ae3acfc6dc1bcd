import { classes } from './classes'
import type { IconName } from './icon-names'

type IconProps = Readonly<{ icon: IconName; size?: number; className?: string | undefined }>

/**
 * An icon beside words that say the same, so it says nothing to screen readers. `size` in px. Its shape is in app/icons.css, which a
 * browser gets once: drawn in every page, some twenty of them would be a third of it.
 */
export const Icon = ({ icon, size, className }: IconProps) => (
  <span className={classes('icon', `icon-${icon}`, className)} {...(size ? { style: { fontSize: size } } : {})} />
)
