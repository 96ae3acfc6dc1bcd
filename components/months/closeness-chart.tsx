import { Circles } from '@/components/check-ins/circles'
import { columnMiddle } from '@/components/dashboard/strip'
import { PartnerMark } from '@/components/people/partner-mark'
import type { Closeness, Step } from '@/lib/check-ins/contract'
import type { Pair } from '@/lib/couples/people'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import type { MonthCloseness, ClosenessWeek } from '@/lib/months/closeness'
import { chartLabel } from '@/lib/months/in-words'
import { formatShortDayInYear } from '@/lib/time/format'

// The axis always runs from 1 to 7. Heights are px and horizontal positions are shares of the width, so that marks keep
// their size at every width; the lines and the band stretch between them.

const STEP = 28
const EDGE = 16
const HEIGHT = 6 * STEP + 2 * EDGE
const yOf = (step: number): number => EDGE + (7 - step) * STEP

/** The steps whose circles label the axis: almost one, the middle, apart. */
const AXIS_STEPS: readonly Step[] = [7, 4, 1]

type ChartProps = Readonly<{
  closeness: MonthCloseness
  what: 'now' | 'wish'
  /** The names, in pairing order. */
  people: Pair<string>
  locale: string
}>

/**
 * Both people's marks, week by week, on one axis. Where both answered four weeks in a row, lines join them with a band
 * between; all other answers are marks alone.
 */
export function ClosenessChart({ closeness, what, people, locale }: ChartProps) {
  const t = translate(locale, monthsMessages)
  const { weeks, runs } = closeness
  return (
    <figure>
      <figcaption className="text-small font-strong text-ink-2">{t(`chart.${what}`)}</figcaption>
      <div className="mt-2 grid grid-cols-[2.75rem_minmax(0,1fr)]">
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
          role="img"
          aria-label={chartLabel(closeness, what, people, locale)}
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
              <GapBand key={run[0]} run={run} weeks={weeks} what={what} />
            ))}
          </svg>
          {weeks.map(({ first, is, both }, place) => (
            <svg key={first} x={columnMiddle(place, weeks.length)} overflow="visible">
              {both ? (
                <Dots one={both[0][what]} other={both[1][what]} />
              ) : is === 'skipped' ? (
                <text
                  y={yOf(1) - 9}
                  textAnchor="middle"
                  className="fill-ink-3 text-mark font-medium forced-colors:fill-canvas-text"
                >
                  {t('chart.skipped')}
                </text>
              ) : null}
            </svg>
          ))}
        </svg>
      </div>
      <CircleRows weeks={weeks} stepOf={(answer) => answer[what]} look={what} />
      <Dates weeks={weeks} locale={locale} />
    </figure>
  )
}

/** Two lines, the first solid and the second dotted, and the band between them. In ink, since a gap is no fault. */
function GapBand({
  run,
  weeks,
  what,
}: {
  run: readonly number[]
  weeks: readonly ClosenessWeek[]
  what: 'now' | 'wish'
}) {
  const points = (person: 0 | 1) =>
    run.flatMap((place) => {
      const both = weeks[place]?.both
      return both ? [`${place + 0.5} ${yOf(both[person][what])}`] : []
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
  /** Labels each pair of circles; without it they are decorative. */
  label?: ((person: 0 | 1, step: Step, week: ClosenessWeek) => string) | undefined
}>

const columns = (count: number) => ({ gridTemplateColumns: `2.75rem repeat(${count}, minmax(0, 1fr))` })

/** The circles that each person chose, a column for each week, aligned with the chart. */
export const CircleRows = ({ weeks, stepOf, look, label }: CircleRowsProps) => (
  <div {...(label ? {} : { 'aria-hidden': true })} className="circle-rows" style={columns(weeks.length)}>
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

/** The first day of each week, below its column. */
export const Dates = ({ weeks, locale }: { weeks: readonly ClosenessWeek[]; locale: string }) => (
  <div
    aria-hidden="true"
    className="mt-1.5 grid text-center text-axis font-medium text-ink-3"
    style={columns(weeks.length)}
  >
    <span />
    {weeks.map(({ first }) => (
      <span key={first} className="whitespace-nowrap">
        {formatShortDayInYear(first, locale)}
      </span>
    ))}
  </div>
)
