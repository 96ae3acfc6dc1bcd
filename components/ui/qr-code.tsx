import { encode } from 'uqr'
import { classes } from './classes'

type QrCodeProps = Readonly<{
  text: string
  /** What it contains, for screen readers. */
  label: string
  className?: string | undefined
}>

/**
 * A QR code as one path: dark on white in every theme, with a quiet zone of four modules (ISO/IEC 18004), so that every
 * camera reads it.
 */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={classes('rounded-field forced-color-adjust-none', className)}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
