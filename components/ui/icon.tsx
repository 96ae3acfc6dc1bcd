import { classes } from './classes'
import type { CSSProperties } from 'react'
import type { IconName } from './icon-names'

type IconProps = Readonly<{ icon: IconName; size?: number | undefined; className?: string | undefined }>

/**
 * An icon beside text that says the same, so it is silent for screen readers. `size` in px where the text
 * has its usual size: an icon grows with the text. Its shape is in app/icons.css, which a browser loads once: inline, the
 * twenty icons of a page would be a third of its size.
 */
export const Icon = ({ icon, size, className }: IconProps) => (
  <span
    className={classes('icon', `icon-${icon}`, className)}
    {...(size ? { style: { '--size': size } as CSSProperties } : {})}
  />
)
