import type { ReactNode } from 'react'
import { buttonClasses, type ButtonLook } from './button-look'
import { classes } from './classes'
import { Link, type LinkProps } from './link'

/** A link that looks like a button: it opens a page and changes nothing. */
export function LinkButton({
  variant,
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: LinkProps & ButtonLook & { icon?: ReactNode }) {
  return (
    <Link {...rest} className={classes(buttonClasses({ variant, size, wide }), className)}>
      {icon}
      {children}
    </Link>
  )
}

/** A link of a few words in running text, which takes taps around its line, or on a line of its own with `alone`, where it is tall enough for a thumb. */
export function TextLink({ alone, className, children, ...rest }: LinkProps & { alone?: boolean }) {
  const underline = 'underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-ink'
  if (!alone)
    return (
      <Link {...rest} className={classes('reach-words', underline, className)}>
        {children}
      </Link>
    )
  return (
    <Link {...rest} className={classes('reach text-small font-strong text-ink-2 hover:text-ink', className)}>
      <span className={underline}>{children}</span>
    </Link>
  )
}
