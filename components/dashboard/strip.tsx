import type { Pair } from '@/lib/couples/people'
import type { DaysFed, TypeDays } from '@/lib/dashboard/days-fed'
import { stripLabel } from '@/lib/dashboard/in-words'

// Marks keep their size at every width and only the columns move, so positions are percentages and sizes are not.

/** The height of a lane, in px. */
export const LANE = 32

/** The middle of a week's column. */
export const columnMiddle = (index: number, count: number): string => `${+(((index + 0.5) / count) * 100).toFixed(3)}%`

// The area is proportional to the days: a disc of radius r, and a diamond of the same area including its outline.
const radius = (days: number): number => 5.4 * Math.sqrt(days)
const OUTLINE = 1.8

const NUMBER = 'text-mark font-heavy'

/** The mark of a week of the first person's, around its own middle. */
export const Disc = ({ days }: { days: number }) => (
  <>
    <circle
      r={radius(days).toFixed(2)}
      className={`${days > 1 ? 'fill-hue-text' : 'fill-hue'} forced-colors:fill-canvas-text`}
    />
    {days > 1 ? (
      <text y="3.9" textAnchor="middle" className={`fill-surface forced-colors:fill-canvas ${NUMBER}`}>
        {days}
      </text>
    ) : null}
  </>
)

const Diamond = ({ days }: { days: number }) => {
  const side = radius(days) * Math.sqrt(Math.PI) - OUTLINE
  const half = (side / 2).toFixed(2)
  return (
    <>
      <rect
        x={`-${half}`}
        y={`-${half}`}
        width={side.toFixed(2)}
        height={side.toFixed(2)}
        rx="2.2"
        transform="rotate(45)"
        strokeWidth={OUTLINE}
        className="fill-hue-mark stroke-hue forced-colors:fill-canvas forced-colors:stroke-canvas-text"
      />
      {days > 1 ? (
        <text y="3.9" textAnchor="middle" className={`fill-hue-text forced-colors:fill-canvas-text ${NUMBER}`}>
          {days}
        </text>
      ) : null}
    </>
  )
}

/** The mark of a quiet week. */
export const Quiet = () => <circle r="1.5" className="fill-line-strong forced-colors:fill-gray-text" />

/** The id of a mark, which is defined once on the page. */
const markId = (person: number, days: number): string =>
  days === 0 ? 'quiet' : `${person === 0 ? 'disc' : 'diamond'}-${days}`

/**
 * Defines the marks of the page's strips once, hidden; a strip only refers to them. Eighty full marks would be most of
 * the page's bytes. A mark takes the hue of the strip that uses it.
 */
export const StripMarks = ({ types }: Readonly<{ types: readonly TypeDays[] }>) => {
  const markedDays = (person: 0 | 1) =>
    [...new Set(types.flatMap(({ perWeek }) => perWeek[person]))].filter((days) => days > 0).sort()
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        <g id={markId(0, 0)}>
          <Quiet />
        </g>
        {markedDays(0).map((days) => (
          <g key={markId(0, days)} id={markId(0, days)}>
            <Disc days={days} />
          </g>
        ))}
        {markedDays(1).map((days) => (
          <g key={markId(1, days)} id={markId(1, days)}>
            <Diamond days={days} />
          </g>
        ))}
      </defs>
    </svg>
  )
}

type StripProps = Readonly<{ fed: DaysFed; type: TypeDays; people: Pair<string>; locale: string }>

/**
 * A type's weeks in two lanes on one axis: a disc or a diamond for a week that fed it, a dot for a quiet week, and nothing
 * for a week that ended before they paired.
 */
export const Strip = ({ fed: { weeks, startedOn }, type, people, locale }: StripProps) => (
  <svg
    width="100%"
    height={2 * LANE}
    role="img"
    aria-label={stripLabel(weeks, type, people, locale)}
    className="block overflow-visible"
  >
    {/* Surface, not sunken: on sunken, the contrast of ochre and violet would be under 3:1. */}
    <rect
      x={`${100 - 100 / weeks.length}%`}
      width={`${100 / weeks.length}%`}
      height={2 * LANE}
      rx="10"
      className="fill-surface forced-colors:fill-none"
    />
    {type.perWeek.map((lane, person) =>
      weeks.map(({ id, last }, index) =>
        last < startedOn ? null : (
          <use
            key={`${person} ${id}`}
            href={`#${markId(person, lane[index] ?? 0)}`}
            x={columnMiddle(index, weeks.length)}
            y={(person + 0.5) * LANE}
          />
        ),
      ),
    )}
  </svg>
)
