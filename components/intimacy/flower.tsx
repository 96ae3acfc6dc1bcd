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

type FlowerProps = Readonly<{
  label: string
  petal: (type: IntimacyType) => ReactNode
  locale: string
  /** `small`: without the names, for a place beside the whole flower's. */
  look?: 'small' | undefined
}>

/**
 * Five petals around a middle, each with its name; `label` is the text of what the whole flower shows. The names are text
 * beside the drawing, each at the tip of its petal (app/shapes.css), so that they are as large as the page's other words.
 */
export const Flower = ({ label, petal, locale, look }: FlowerProps) => {
  const t = translate(locale, intimacyMessages)
  const drawing = (
    <svg
      viewBox="-116 -116 232 220"
      {...(look ? { role: 'img', 'aria-label': label, className: 'block h-auto w-24' } : { 'aria-hidden': true })}
    >
      {INTIMACY_TYPES.map((type) => (
        <g key={type} className={hueOf[type]} transform={`rotate(${turnOf(type)}) translate(0 -12)`}>
          {petal(type)}
        </g>
      ))}
      <circle r="6" className="fill-ink forced-colors:fill-canvas-text" />
    </svg>
  )
  if (look) return drawing
  return (
    <div role="img" aria-label={label} className="flower">
      {drawing}
      {INTIMACY_TYPES.map((type) => (
        <span key={type} className={hueOf[type]}>
          {t(type)}
        </span>
      ))}
    </div>
  )
}
