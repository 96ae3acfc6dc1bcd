'use client'
import { Button, type ButtonProps } from './button'
import { useHydrated } from './hydrated'

/** Sends its form, once React has hydrated the page; looks ready from the first paint. Primary by default. */
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
