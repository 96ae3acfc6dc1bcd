import { encode } from 'uqr'

type InviteCodeProps = Readonly<{ link: string; label: string }>

/** Converts the dark modules of a QR code to an SVG path, one unit each. A run in a row becomes one rectangle. */
function toPath(data: readonly (readonly boolean[])[]): string {
  return data
    .flatMap((row, y) => {
      const runs: string[] = []
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue
        const from = x
        while (row[x + 1]) x++
        runs.push(`M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`)
      }
      return runs
    })
    .join('')
}

/** The link as a QR code. Dark on white in both themes, because not every camera reads it inverted. */
export function InviteCode({ link, label }: InviteCodeProps) {
  const { size, data } = encode(link, { ecc: 'M', border: 3 })
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="block size-52 rounded-field"
    >
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={toPath(data)} fill="#2b1f2a" />
    </svg>
  )
}
