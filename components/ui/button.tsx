import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { buttonClasses, type ButtonLook } from './button-look'
import { classes } from './classes'
import { NativeButton } from './native-button'

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
  onClick,
  ...rest
}: ButtonProps) {
  // After a press React may turn the same element into the form's submit button before the browser runs the default
  // action of the click. Without preventDefault "Stop" would send the form.
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy || rest.type !== 'submit') event.preventDefault()
    if (!busy) onClick?.(event)
  }
  return (
    <NativeButton
      {...rest}
      onClick={press}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={classes(buttonClasses({ variant, size, wide }), busy && 'opacity-70', className)}
    >
      {icon}
      {busy && busyLabel ? busyLabel : children}
    </NativeButton>
  )
}
