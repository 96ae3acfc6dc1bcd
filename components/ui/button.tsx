import type { ComponentProps, MouseEvent, ReactNode } from 'react'
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

export type ButtonProps = ComponentProps<'button'> &
  ButtonLook &
  Readonly<{
    /** An `<Icon>` before the label. */
    icon?: ReactNode
    /** Its work is running: it keeps its place and its focus, and does nothing when it is pressed. */
    busy?: boolean | undefined
    /** The label while it is busy ("Saving"). */
    busyLabel?: string | undefined
  }>

const ignore = (event: MouseEvent) => event.preventDefault()

/** A button, of `type="button"` by default. To send a form use SubmitButton. */
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
  // After a press React may turn the same element into the form's submit button before the browser runs the default
  // action of the click. Without preventDefault "Stop" would send the form.
  const press =
    onClick && type !== 'submit'
      ? (event: MouseEvent<HTMLButtonElement>) => {
          event.preventDefault()
          onClick(event)
        }
      : onClick
  const click = busy ? ignore : press
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
