import type { Pair } from '@/lib/couples/people'
import type { DaysFed, TypeDays } from '@/lib/dashboard/days-fed'
import { stripLabel } from '@/lib/dashboard/in-words'

// Marks keep their size whatever the width; only the columns move, which is why places are percentages and sizes are not.

/** The height of a lane, in px. */
const LANE = 32

/** The middle of a week's column. */
export const columnMiddle = (index: number, count: number): string => `${+(((index + 0.5) / count) * 100).toFixed(3)}%`

// Area goes with the number of days: a disc of radius r and a diamond of the same area, its outline counted.
const radius = (days: number): number => 5.4 * Math.sqrt(days)
const OUTLINE = 1.8

const NUMBER = 'text-mark font-heavy'

const Disc = ({ days }: { days: number }) => (
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

const Quiet = () => <circle r="1.5" className="fill-line-strong forced-colors:fill-gray-text" />

/** What the marks are called on the page, where each is drawn once. */
const markId = (person: number, days: number): string =>
  days === 0 ? 'quiet' : `${person === 0 ? 'disc' : 'diamond'}-${days}`

/**
 * The marks that the strips of a page are made of, drawn once and out of sight: a strip only says which of them stands where. Eighty
 * marks would be most of the page otherwise. They take the hue of the strip that uses them.
 */
export const StripMarks = ({ types }: Readonly<{ types: readonly TypeDays[] }>) => {
  const drawn = (person: 0 | 1) =>
    [...new Set(types.flatMap(({ perWeek }) => perWeek[person]))].filter((days) => days > 0).sort()
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        <g id={markId(0, 0)}>
          <Quiet />
        </g>
        {drawn(0).map((days) => (
          <g key={markId(0, days)} id={markId(0, days)}>
            <Disc days={days} />
          </g>
        ))}
        {drawn(1).map((days) => (
          <g key={markId(1, days)} id={markId(1, days)}>
            <Diamond days={days} />
          </g>
        ))}
      </defs>
    </svg>
  )
}

type StripProps = Readonly<{ fed: DaysFed; type: TypeDays; people: Pair<string>; locale: string }>

/** One type's weeks in two lanes on one axis: a disc or a diamond for a week that fed it, a dot for a quiet one. */
export const Strip = ({ fed: { weeks }, type, people, locale }: StripProps) => (
  <svg
    width="100%"
    height={2 * LANE}
    role="img"
    aria-label={stripLabel(weeks, type, people, locale)}
    className="block overflow-visible"
  >
    {/* Surface, not sunken: on sunken the ochre and the violet would fall under 3:1. */}
    <rect
      x={`${100 - 100 / weeks.length}%`}
      width={`${100 / weeks.length}%`}
      height={2 * LANE}
      rx="10"
      className="fill-surface forced-colors:fill-none"
    />
    {type.perWeek.map((lane, person) =>
      lane.map((days, index) => (
        <use
          key={`${person} ${weeks[index]?.id ?? index}`}
          href={`#${markId(person, days)}`}
          x={columnMiddle(index, lane.length)}
          y={(person + 0.5) * LANE}
        />
      )),
    )}
  </svg>
)
