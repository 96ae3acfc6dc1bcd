import { Fragment, type ReactNode } from 'react'
import type { Pair } from '@/lib/couples/people'
import type { DaysFed, TypeDays } from '@/lib/dashboard/days-fed'
import { stripLabel } from '@/lib/dashboard/in-words'
import type { Week } from '@/lib/time/week'

// Marks keep their size at every width and only the columns move, so positions are percentages. Sizes are in em: the
// marks grow with the text, as the numbers in them do.

/** The height of a lane, in em. */
const LANE = 2

/** The middle of a week's column. */
export const columnMiddle = (index: number, count: number): string => `${+(((index + 0.5) / count) * 100).toFixed(3)}%`

// The area is proportional to the days: a disc of radius r, and a diamond of the same area including its outline.
const radius = (days: number): number => 0.3375 * Math.sqrt(days)
const OUTLINE = 0.1125

const em = (size: number): string => `${+size.toFixed(3)}em`

const NUMBER = { y: '0.355em', textAnchor: 'middle' } as const
const NUMBER_LOOK = 'text-mark font-heavy'

/** The mark of a week of the first person's, around its own middle. */
export const Disc = ({ days }: { days: number }) => (
  <>
    <circle
      r={em(radius(days))}
      className={`${days > 1 ? 'fill-hue-text' : 'fill-hue'} forced-colors:fill-canvas-text`}
    />
    {days > 1 ? (
      <text {...NUMBER} className={`fill-surface forced-colors:fill-canvas ${NUMBER_LOOK}`}>
        {days}
      </text>
    ) : null}
  </>
)

const Diamond = ({ days }: { days: number }) => {
  const side = radius(days) * Math.sqrt(Math.PI) - OUTLINE
  return (
    <>
      <rect
        x={em(side / -2)}
        y={em(side / -2)}
        width={em(side)}
        height={em(side)}
        rx="0.14em"
        transform="rotate(45)"
        strokeWidth={em(OUTLINE)}
        className="fill-hue-mark stroke-hue forced-colors:fill-canvas forced-colors:stroke-canvas-text"
      />
      {days > 1 ? (
        <text {...NUMBER} className={`fill-hue-text forced-colors:fill-canvas-text ${NUMBER_LOOK}`}>
          {days}
        </text>
      ) : null}
    </>
  )
}

/** The mark of a quiet week. */
export const Quiet = () => <circle r="0.094em" className="fill-line-strong forced-colors:fill-gray-text" />

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
  <Weeks
    weeks={weeks}
    label={stripLabel(weeks, type, people, locale)}
    lanes={2}
    mark={({ last }, index, x) =>
      last < startedOn
        ? null
        : type.perWeek.map((lane, person) => (
            <use key={person} href={`#${markId(person, lane[index] ?? 0)}`} x={x} y={em((person + 0.5) * LANE)} />
          ))
    }
  />
)

type WeeksProps = Readonly<{
  weeks: readonly Week[]
  label: string
  lanes: 1 | 2
  /** What a week shows, around `x`. */
  mark: (week: Week, index: number, x: string) => ReactNode
}>

/**
 * Weeks in columns, the present one on a ground. They are in two halves, which follow each other; where the text is too
 * large for that the newer half is below the older one (`.weeks` in app/shapes.css).
 */
export const Weeks = ({ weeks, label, lanes, mark }: WeeksProps) => (
  <div role="img" aria-label={label} className="weeks">
    {halvesOf(weeks).map((half) => (
      <svg key={half[0]} height={em(lanes * LANE)} aria-hidden="true">
        {/* Surface, not sunken: on sunken, the contrast of ochre and violet would be under 3:1. */}
        {half.includes(weeks.length - 1) ? (
          <rect
            x={`${100 - 100 / half.length}%`}
            width={`${100 / half.length}%`}
            height="100%"
            rx="10"
            className="fill-surface forced-colors:fill-none"
          />
        ) : null}
        {half.map((index, place) => {
          const week = weeks[index]
          return week && <Fragment key={week.id}>{mark(week, index, columnMiddle(place, half.length))}</Fragment>
        })}
      </svg>
    ))}
  </div>
)

/** The places of the older and of the newer half. */
export const halvesOf = (weeks: readonly Week[]): readonly (readonly number[])[] => {
  const middle = Math.ceil(weeks.length / 2)
  const places = weeks.map((_, index) => index)
  return [places.slice(0, middle), places.slice(middle)].filter((half) => half.length > 0)
}
