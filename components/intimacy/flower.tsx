import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import type { Pair } from '@/lib/couples/people'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { translate } from '@/lib/messages/translate'
import type { FedPetals } from './fed-petals'
import { hueOf } from './hue'

// A petal points up from the flower's middle and is 100 long; its left half is the first partner's, its right half the
// second's.

// The curve of the right half: three Béziers from the middle to the tip, which is joined back to the middle in a
// straight line.
const CURVE: readonly Pair<number>[] = [
  [0, 0],
  [10, -18],
  [48.8, -42],
  [39.2, -70],
  [32.8, -90],
  [12, -99],
  [0, -100],
]

/** The path of one half, `scale` times as long and wide; its area grows with the square of the scale. */
export function halfPetal(side: 0 | 1, scale = 1): string {
  const sign = side === 0 ? -1 : 1
  const [start, ...rest] = CURVE.map(([x, y]) => `${+(sign * x * scale).toFixed(2)} ${+(y * scale).toFixed(2)}`)
  return `M${start}C${rest.join(' ')}Z`
}

// In forced colours the halves differ by their form: one is filled, the other outlined.
const SOLID = 'fill-hue forced-colors:fill-canvas-text'
const OUTLINED = 'fill-hue-half stroke-hue forced-colors:fill-canvas forced-colors:stroke-canvas-text'
const EMPTY = 'fill-petal stroke-line forced-colors:fill-canvas forced-colors:stroke-gray-text'

/** An empty petal. */
export const EmptyPetal = () => (
  <g className={EMPTY}>
    <path d={halfPetal(0)} />
    <path d={halfPetal(1)} />
  </g>
)

/** How much of a half's area is filled, in thirds. */
export type Thirds = 0 | 1 | 2 | 3

type PetalProps = Readonly<{
  thirds: Pair<Thirds>
  /** Which halves draw themselves, once, because they were just fed. */
  draws?: Pair<boolean> | undefined
}>

/** A petal in two halves: the first partner's solid, the second's outlined. */
export const Petal = ({ thirds: [first, second], draws = [false, false] }: PetalProps) => (
  <>
    <EmptyPetal />
    {first === 0 ? null : (
      <path
        d={halfPetal(0, scaleOf(first))}
        className={classes(SOLID, draws[0] && 'petal-draws')}
        transform="translate(-0.9 0)"
      />
    )}
    {second === 0 ? null : (
      <path
        d={halfPetal(1, scaleOf(second))}
        className={classes(OUTLINED, draws[1] && 'petal-draws')}
        strokeWidth="1.6"
        strokeLinejoin="round"
        transform="translate(1.6 0)"
      />
    )}
  </>
)

/** Which halves of a type's petal were just fed. */
export const drawsOf = (fed: FedPetals | null, type: IntimacyType): Pair<boolean> => {
  const isFed = (person: 0 | 1) => fed !== null && fed.types.includes(type) && fed.people.includes(person)
  return [isFed(0), isFed(1)]
}

// The length is the square root of the area.
const scaleOf = (thirds: Thirds): number => Math.sqrt(thirds / 3)

/** How far a petal is turned from upright, in degrees: the types follow each other clockwise, the first on top. */
export const turnOf = (type: IntimacyType): number => INTIMACY_TYPES.indexOf(type) * 72

const LABELS: Readonly<Record<IntimacyType, Readonly<{ x: number; y: number; anchor: 'start' | 'middle' | 'end' }>>> = {
  emotional: { x: 0, y: -122, anchor: 'middle' },
  physical: { x: 113, y: -42, anchor: 'start' },
  intellectual: { x: 82, y: 115, anchor: 'middle' },
  experiential: { x: -82, y: 115, anchor: 'middle' },
  spiritual: { x: -113, y: -42, anchor: 'end' },
}

type FlowerProps = Readonly<{
  label: string
  petal: (type: IntimacyType) => ReactNode
  locale: string
  /** `small`: without the names, for a place beside the whole flower's. */
  look?: 'small' | undefined
}>

/**
 * Five petals around a middle, each with its name; `label` is the text of what the whole flower shows. The names are part of
 * the drawing: with larger text the whole of it grows, as far as there is room.
 */
export const Flower = ({ label, petal, locale, look }: FlowerProps) => {
  const t = translate(locale, intimacyMessages)
  return (
    <svg
      viewBox={look ? '-116 -116 232 220' : '-176 -138 352 262'}
      role="img"
      aria-label={label}
      className={look ? 'block h-auto w-24' : 'mx-auto block h-auto w-full max-w-[24.75rem]'}
    >
      {INTIMACY_TYPES.map((type) => (
        <g key={type} className={hueOf[type]} transform={`rotate(${turnOf(type)}) translate(0 -12)`}>
          {petal(type)}
        </g>
      ))}
      <circle r="6" className="fill-ink forced-colors:fill-canvas-text" />
      {(look ? [] : INTIMACY_TYPES).map((type) => (
        <text
          key={type}
          x={LABELS[type].x}
          y={LABELS[type].y}
          textAnchor={LABELS[type].anchor}
          className={`${hueOf[type]} fill-hue-text text-label font-bold forced-colors:fill-canvas-text`}
        >
          {t(type)}
        </text>
      ))}
    </svg>
  )
}
