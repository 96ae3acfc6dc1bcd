import { classes } from './classes'

export type ButtonLook = Readonly<{
  /** One `primary` a screen. `quiet` has no edge, `link` is a line of text with an icon. */
  variant?: 'primary' | 'outline' | 'quiet' | 'link' | undefined
  size?: 'normal' | 'small' | undefined
  /** As wide as what holds it, on a phone; on a wide window as its words need. */
  wide?: boolean | undefined
}>

/** Returns the classes of a button, for another element that must look like one. */
export const buttonClasses = ({ variant = 'outline', size = 'normal', wide = false }: ButtonLook): string =>
  classes(
    'button',
    `button-${variant}`,
    variant !== 'link' && size === 'small' && 'button-small',
    wide && 'w-full rail:w-auto rail:min-w-48 rail:justify-self-start',
  )
