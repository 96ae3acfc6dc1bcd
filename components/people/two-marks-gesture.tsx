import { classes } from '@/components/ui/classes'

export type TwoMarksGestureProps = Readonly<{
  /** `within`: both chose the same, so the disc rests in the diamond, as in the month's chart. `beside`: they touch. */
  end: 'within' | 'beside'
  /** Whether it just happened: the marks move to each other, once. Else they are there already. */
  moves: boolean
  className?: string | undefined
}>

/** Where the centres rest, and the radius of the disc, in units of the drawing; the diamond is 16 wide. */
const rest = {
  within: { disc: 0, diamond: 0, r: 3.2, box: '-9 -9 18 18' },
  beside: { disc: -7, diamond: 7.6, r: 6, box: '-14 -9 30 18' },
} as const

/**
 * The disc and the diamond of two people, who just did something together: they come to each other in 600 ms, or are
 * there at once under reduced motion (`.two-marks` in app/shapes.css). It says nothing by itself: words stand beside it.
 */
export const TwoMarksGesture = ({ end, moves, className }: TwoMarksGestureProps) => {
  const { disc, diamond, r, box } = rest[end]
  return (
    <svg
      viewBox={box}
      aria-hidden="true"
      className={classes(
        'two-marks block h-[2.25rem] w-auto overflow-visible text-ink',
        moves && 'two-marks-move',
        className,
      )}
    >
      <g className="two-marks-diamond">
        <rect
          x={diamond - 5}
          y="-5"
          width="10"
          height="10"
          rx="1.8"
          strokeWidth="1.6"
          transform={`rotate(45 ${diamond} 0)`}
          className="fill-none stroke-current forced-colors:stroke-canvas-text"
        />
      </g>
      <g className="two-marks-disc">
        <circle cx={disc} r={r} className="fill-current forced-colors:fill-canvas-text" />
      </g>
    </svg>
  )
}
