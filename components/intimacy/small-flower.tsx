import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'
import type { FedPetals } from './fed-petals'
import { drawsOf, Petal, turnOf } from './flower'
import { hueOf } from './hue'

/** A flower without words, whose petals were just fed and draw themselves once. What it shows must be in words beside it. */
export const SmallFlower = ({ fed, className }: { fed: FedPetals; className?: string }) => (
  <svg viewBox="-116 -116 232 220" aria-hidden="true" className={className}>
    {INTIMACY_TYPES.map((type) => {
      const [first, second] = drawsOf(fed, type)
      return (
        <g key={type} className={hueOf[type]} transform={`rotate(${turnOf(type)}) translate(0 -12)`}>
          <Petal thirds={[first ? 3 : 0, second ? 3 : 0]} draws={[first, second]} />
        </g>
      )
    })}
    <circle r="6" className="fill-ink forced-colors:fill-canvas-text" />
  </svg>
)
