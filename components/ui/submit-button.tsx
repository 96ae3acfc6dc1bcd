'use client'
import { Button, type ButtonProps } from './button'
import { useHydrated } from './hydrated'

/** Sends its form, once React has taken over; looks ready from the first paint. Primary unless told otherwise. */
export function SubmitButton({ variant = 'primary', disabled, className, ...rest }: ButtonProps) {
  const hydrated = useHydrated()
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      disabled={!hydrated || disabled === true}
      className={hydrated ? className : `disabled:opacity-100 ${className ?? ''}`}
    />
  )
}
