import { EmptyPetal, halfPetal } from './flower'

/** A whole petal of one person. `share`: how much of its area is filled, 0 to 1; its length is the square root of it. */
export const WholePetal = ({ share }: { share: number }) => {
  const scale = Math.sqrt(share)
  return (
    <>
      <EmptyPetal />
      {/* over the line between the two halves, which are one here */}
      <path d="M0-2V-98" strokeWidth="2.5" className="stroke-petal forced-colors:stroke-canvas" />
      {scale === 0 ? null : (
        <g className="fill-hue stroke-hue forced-colors:fill-canvas-text forced-colors:stroke-canvas-text">
          <path d={halfPetal(0, scale)} />
          <path d={halfPetal(1, scale)} />
        </g>
      )}
    </>
  )
}
