import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { translate } from '@/lib/messages/translate'

/** How often of late: 0 quiet, 1 a little, 2 often, 3 a lot. */
type PetalStep = 0 | 1 | 2 | 3

type BloomProps = Readonly<{
  /** For each type the first partner's step and the second's. */
  petals: Readonly<Record<IntimacyType, readonly [PetalStep, PetalStep]>>
  /** The whole picture in words. */
  label: string
  locale: string
}>

const reach: Readonly<Record<PetalStep, number>> = { 0: 0, 1: 0.58, 2: 0.8, 3: 1 }

/** Half a petal, `side` -1 or 1, as long as `scale` of a whole one. */
function half(side: -1 | 1, scale: number): string {
  const point = (x: number, y: number) => `${+(x * side * scale).toFixed(2)} ${+(y * scale).toFixed(2)}`
  return `M0 0C${point(10, -18)} ${point(48.8, -42)} ${point(39.2, -70)}C${point(32.8, -90)} ${point(12, -99)} ${point(0, -100)}Z`
}

const names = [
  { x: 0, y: -132, anchor: 'middle' },
  { x: 115.3, y: -42, anchor: 'start' },
  { x: 81.7, y: 114.5, anchor: 'middle' },
  { x: -81.7, y: 114.5, anchor: 'middle' },
  { x: -115.3, y: -42, anchor: 'end' },
] as const

/** Five petals in two halves: the first partner's solid, the second's outlined. A glance; the truth is in strips and table. */
export function Bloom({ petals, label, locale }: BloomProps) {
  const t = translate(locale, intimacyMessages)
  return (
    <svg
      viewBox="-186 -146 372 286"
      role="img"
      aria-label={label}
      className="mx-auto block h-auto w-full max-w-[380px]"
    >
      {INTIMACY_TYPES.map((type, index) => {
        const [first, second] = petals[type]
        const fill = `var(--${type})`
        return (
          <g key={type} transform={`rotate(${index * 72}) translate(0 -12)`}>
            <path d={half(-1, 1) + half(1, 1)} fill="var(--sunken)" stroke="var(--line)" />
            {first > 0 ? <path d={half(-1, reach[first])} fill={fill} transform="translate(-.9 0)" /> : null}
            {second > 0 ? (
              <path
                d={half(1, reach[second])}
                fill={`color-mix(in oklab, ${fill} 26%, var(--surface))`}
                stroke={fill}
                strokeWidth="1.6"
                strokeLinejoin="round"
                transform="translate(1.6 0)"
              />
            ) : null}
          </g>
        )
      })}
      <circle r="6" fill="var(--ink)" />
      {INTIMACY_TYPES.map((type, index) => {
        const place = names[index]
        return place ? (
          <text
            key={type}
            x={place.x}
            y={place.y}
            textAnchor={place.anchor}
            fontSize="14"
            fontWeight="600"
            fill={`var(--${type}-text)`}
          >
            {t(type)}
          </text>
        ) : null
      })}
    </svg>
  )
}
