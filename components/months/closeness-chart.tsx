import type { CSSProperties } from 'react'
import { Circles } from '@/components/check-ins/circles'
import { columnMiddle } from '@/components/dashboard/strip'
import { PartnerMark } from '@/components/people/partner-mark'
import { classes } from '@/components/ui/classes'
import type { Closeness, Step } from '@/lib/check-ins/contract'
import type { Pair } from '@/lib/couples/people'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import type { MonthCloseness, ClosenessWeek } from '@/lib/months/closeness'
import { chartLabel } from '@/lib/months/in-words'
import { formatShortDayInYear } from '@/lib/time/format'

// The axis always runs from 1 to 7. Heights are px and horizontal positions are shares of the width, so that marks keep
// their size at every width; the lines and the band stretch between them.

const STEP = 22
const EDGE = 16
const HEIGHT = 6 * STEP + 2 * EDGE
const yOf = (step: number): number => EDGE + (7 - step) * STEP

/** The steps whose circles label the axis: almost one, the middle, apart. */
const AXIS_STEPS: readonly Step[] = [7, 4, 1]

type FigureProps = Readonly<{
  closeness: MonthCloseness
  /** The names, in pairing order. */
  people: Pair<string>
  locale: string
}>

/**
 * How close it felt to both, week by week. Where both answered four weeks in a row there is a chart on one axis: lines
 * join those answers with a band between, and all others are marks alone. With fewer, the circles are the chart.
 */
export function ClosenessFigure({ closeness, people, locale, titled = false }: FigureProps & { titled?: boolean }) {
  const t = translate(locale, monthsMessages)
  return (
    <figure className="@container">
      <figcaption className={titled ? 'sr-only' : 'text-small font-strong text-ink-2'}>{t('chart.now')}</figcaption>
      {closeness.runs.length > 0 ? (
        <>
          <Chart closeness={closeness} people={people} locale={locale} />
          <CircleRows weeks={closeness.weeks} stepOf={(answer) => answer.now} look="now" />
        </>
      ) : (
        <div role="img" aria-label={chartLabel(closeness, 'now', people, locale)} className="mt-3">
          <CircleRows weeks={closeness.weeks} stepOf={(answer) => answer.now} look="now" large />
        </div>
      )}
      <Dates weeks={closeness.weeks} locale={locale} large={closeness.runs.length === 0} />
    </figure>
  )
}

/** How close each would like it, week by week, as the circles that they chose. */
export const WishFigure = ({ closeness, people, locale }: FigureProps) => (
  <figure className="@container">
    <figcaption className="text-small font-strong text-ink-2">
      {translate(locale, monthsMessages)('chart.wish')}
    </figcaption>
    <div role="img" aria-label={chartLabel(closeness, 'wish', people, locale)} className="mt-1.5">
      <CircleRows
        weeks={closeness.weeks}
        stepOf={(answer) => answer.wish}
        look="wish"
        large={closeness.runs.length === 0}
      />
    </div>
  </figure>
)

function Chart({ closeness, people, locale }: FigureProps) {
  const t = translate(locale, monthsMessages)
  const { weeks, runs } = closeness
  return (
    <div className="mt-2 grid grid-cols-[44px_minmax(0,1fr)]">
      <div aria-hidden="true" className="relative text-ink-3" style={{ height: HEIGHT }}>
        {AXIS_STEPS.map((step) => (
          <span key={step} className="absolute left-0 -translate-y-1/2" style={{ top: yOf(step) }}>
            <Circles step={step} look="wish" fromStart className="w-7.5" />
          </span>
        ))}
      </div>
      <svg
        width="100%"
        height={HEIGHT}
        style={room(weeks.length)}
        role="img"
        aria-label={chartLabel(closeness, 'now', people, locale)}
        className="block overflow-visible"
      >
        {AXIS_STEPS.map((step) => (
          <line
            key={step}
            x1="0"
            x2="100%"
            y1={yOf(step)}
            y2={yOf(step)}
            className="stroke-line forced-colors:stroke-gray-text"
          />
        ))}
        <svg width="100%" height={HEIGHT} viewBox={`0 0 ${weeks.length} ${HEIGHT}`} preserveAspectRatio="none">
          {runs.map((run) => (
            <GapBand key={run[0]} run={run} weeks={weeks} />
          ))}
        </svg>
        {weeks.map(({ first, is, both }, place) => (
          <svg key={first} x={columnMiddle(place, weeks.length)} overflow="visible">
            {both ? (
              <Dots one={both[0].now} other={both[1].now} />
            ) : is === 'skipped' ? (
              <text y={yOf(1) - 9} textAnchor="middle" className="week-dates forced-colors:fill-canvas-text">
                {t('chart.skipped')}
              </text>
            ) : null}
          </svg>
        ))}
      </svg>
    </div>
  )
}

/** Two lines, the first solid and the second dotted, and the band between them. In ink, since a gap is no fault. */
function GapBand({ run, weeks }: { run: readonly number[]; weeks: readonly ClosenessWeek[] }) {
  const points = (person: 0 | 1) =>
    run.flatMap((place) => {
      const both = weeks[place]?.both
      return both ? [`${place + 0.5} ${yOf(both[person].now)}`] : []
    })
  const [first, second] = [points(0), points(1)]
  const line = {
    fill: 'none',
    vectorEffect: 'non-scaling-stroke',
    strokeLinejoin: 'round',
    strokeLinecap: 'round',
  } as const
  return (
    <>
      <path
        d={`M${first.join('L')}L${[...second].reverse().join('L')}Z`}
        className="fill-wash forced-colors:fill-none"
      />
      <path
        {...line}
        d={`M${second.join('L')}`}
        strokeWidth="1.9"
        strokeDasharray="1 5"
        className="stroke-ink-2 forced-colors:stroke-canvas-text"
      />
      <path
        {...line}
        d={`M${first.join('L')}`}
        strokeWidth="2"
        className="stroke-ink forced-colors:stroke-canvas-text"
      />
    </>
  )
}

/** A disc and a diamond; where both chose the same, the disc inside the diamond. */
const Dots = ({ one: first, other: second }: { one: Step; other: Step }) => (
  <>
    <rect
      x="-4.6"
      y="-4.6"
      width="9.2"
      height="9.2"
      rx="2"
      strokeWidth="1.9"
      transform={`translate(0 ${yOf(second)}) rotate(45)`}
      className="fill-bg stroke-ink forced-colors:fill-canvas forced-colors:stroke-canvas-text"
    />
    <circle cy={yOf(first)} r={first === second ? 2.5 : 5} className="fill-ink forced-colors:fill-canvas-text" />
  </>
)

type CircleRowsProps = Readonly<{
  weeks: readonly ClosenessWeek[]
  stepOf: (answer: Closeness) => Step | null
  look: 'now' | 'wish'
  /** The circles are the chart. */
  large?: boolean | undefined
  /** Labels each pair of circles; without it they are decorative. */
  label?: ((person: 0 | 1, step: Step, week: ClosenessWeek) => string) | undefined
}>

/** Beside a chart the columns share its width; circles alone stay near each other. The marks before them have room to grow. */
const columns = (count: number, large = false): CSSProperties => ({
  gridTemplateColumns: `${large ? '32px' : '44px'} repeat(${count}, minmax(0, ${large ? '5rem' : '1fr'}))`,
})

/** What the size of the dates is counted with. */
const room = (count: number, large = false) =>
  ({ '--weeks': count, '--before': large ? '32px' : '44px' }) as CSSProperties

/** The circles that each person chose, a column for each week, aligned with the chart. */
export const CircleRows = ({ weeks, stepOf, look, large = false, label }: CircleRowsProps) => (
  <div
    {...(label ? {} : { 'aria-hidden': true })}
    className={classes('circle-rows', large && 'circle-rows-large')}
    style={columns(weeks.length, large)}
  >
    {([0, 1] as const).map((person) => [
      <PartnerMark key={`mark ${person}`} slot={person === 0 ? 1 : 2} size={11} />,
      ...weeks.map((week) => {
        const step = week.both && stepOf(week.both[person])
        const key = `${person} ${week.first}`
        return step ? (
          <Circles key={key} step={step} look={look} label={label?.(person, step, week)} />
        ) : (
          <span key={key} className="h-px w-2.5 bg-line-strong" />
        )
      }),
    ])}
  </div>
)

type DatesProps = Readonly<{
  weeks: readonly ClosenessWeek[]
  locale: string
  /** Below circles that are the chart: says, too, where not both answered. */
  large?: boolean | undefined
}>

/** The first day of each week, below its column. */
export const Dates = ({ weeks, locale, large = false }: DatesProps) => (
  <div
    aria-hidden="true"
    className="week-dates mt-1.5 grid text-center"
    style={{ ...columns(weeks.length, large), ...room(weeks.length, large) }}
  >
    <span />
    {weeks.map(({ first, is }) => (
      <span key={first}>
        {formatShortDayInYear(first, locale)}
        {large && is === 'skipped' ? (
          <span className="block font-normal">{translate(locale, monthsMessages)('chart.skipped')}</span>
        ) : null}
      </span>
    ))}
  </div>
)
