import type { ComponentProps } from 'react'
import { classes } from './classes'
import { useHydrated } from './hydrated'

/**
 * The only native button (a lint rule), of `type="button"` by default. A press before React has hydrated the page would
 * be lost without a word, so the button can't be pressed until then; it looks ready from the first paint.
 */
export const NativeButton = ({ disabled, className, ...rest }: ComponentProps<'button'>) => (
  <button
    type="button"
    {...rest}
    disabled={!useHydrated() || disabled}
    className={disabled ? classes('opacity-50', className) : className}
  />
)
