import type { ComponentProps } from 'react'
import { classes } from './classes'

type PanelProps = ComponentProps<'section'> & Readonly<{ tint?: 'surface' | 'hue' | undefined }>

/** A panel, at most one on a screen. With `hue` it has the colour of the type whose `hue-…` class it is given. */
export const Panel = ({ tint = 'surface', className, ...rest }: PanelProps) => (
  <section
    {...rest}
    className={classes(
      'rounded-panel p-5 wide:p-7',
      tint === 'hue' ? 'bg-hue-tint' : 'border border-line bg-surface',
      className,
    )}
  />
)
