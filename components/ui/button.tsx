import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { classes } from './classes'

export type ButtonLook = Readonly<{
  /** One `primary` a screen. `quiet` has no edge, `link` is a line of text with an icon. */
  variant?: 'primary' | 'outline' | 'quiet' | 'link' | undefined
  size?: 'normal' | 'small' | undefined
  /** As wide as what holds it. */
  wide?: boolean | undefined
}>

/** The classes of a button, for what must look like one and is something else. */
export const buttonClasses = ({ variant = 'outline', size = 'normal', wide = false }: ButtonLook): string =>
  classes('button', `button-${variant}`, variant !== 'link' && size === 'small' && 'button-small', wide && 'w-full')

export type ButtonProps = ComponentProps<'button'> &
  ButtonLook &
  Readonly<{
    /** An `<Icon>` before the words. */
    icon?: ReactNode
    /** While its work is under way: it keeps its place and focus, and does nothing more. */
    busy?: boolean | undefined
    /** What it says meanwhile ("Saving"). */
    busyLabel?: string | undefined
  }>

const stop = (event: MouseEvent) => event.preventDefault()

/** A button; `type="button"` unless told otherwise. For one that sends a form use SubmitButton. */
export function Button({
  variant,
  size,
  wide,
  icon,
  busy,
  busyLabel,
  className,
  children,
  type,
  onClick,
  ...rest
}: ButtonProps) {
  // React may draw a button that sends the form in the place of one that was just pressed, as the same element, before the browser
  // comes to what a click does by itself: without this, "Stop" would send.
  const press =
    onClick && type !== 'submit'
      ? (event: MouseEvent<HTMLButtonElement>) => {
          event.preventDefault()
          onClick(event)
        }
      : onClick
  const click = busy ? stop : press
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      {...(click ? { onClick: click } : {})}
      {...(busy ? { 'aria-busy': true, 'aria-disabled': true } : {})}
      className={classes(buttonClasses({ variant, size, wide }), busy && 'opacity-70', className)}
    >
      {icon}
      {busy && busyLabel ? busyLabel : children}
    </button>
  )
}
