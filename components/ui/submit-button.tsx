import { Button, type ButtonProps } from './button'

/** Sends its form. Primary by default. */
export const SubmitButton = ({ variant = 'primary', ...rest }: ButtonProps) => (
  <Button {...rest} type="submit" variant={variant} />
)
