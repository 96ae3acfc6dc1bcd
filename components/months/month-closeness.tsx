import { NowAndWish } from '@/components/check-ins/answer-circles'
import { hueOf } from '@/components/intimacy/hue'
import { TypeMark } from '@/components/intimacy/type-mark'
import { MarkedName } from '@/components/people/partner-mark'
import { classes } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import type { Closeness } from '@/lib/check-ins/contract'
import type { Pair } from '@/lib/couples/people'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import type { MonthCloseness } from '@/lib/months/closeness'
import type { Day } from '@/lib/time/day'
import { formatShortDayInYear } from '@/lib/time/format'
import { CircleRows, ClosenessFigure, Dates, WishFigure } from './closeness-chart'
import { ClosenessTable } from './closeness-table'

type OwnWeek = Readonly<{ first: Day; answer: Closeness }>

type MonthClosenessProps = Readonly<{
  closeness: MonthCloseness
  /** In pairing order. */
  people: Pair<string>
  locale: string
}>

/**
 * How close a month felt to both, now and as they would like it. It shows only revealed
 * answers. `titled`: the heading above says what the first figure shows.
 */
export function MonthClosenessView({
  closeness,
  people,
  locale,
  titled = false,
}: MonthClosenessProps & { titled?: boolean }) {
  const t = translate(locale, monthsMessages)
  return (
    <>
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-small text-ink-2">
        <MarkedName slot={1} className="wrap-anywhere">
          {people[0]}
        </MarkedName>
        <MarkedName slot={2} className="wrap-anywhere">
          {people[1]}
        </MarkedName>
      </p>
      <div className="mt-4 grid grid-cols-1 gap-y-4">
        <ClosenessFigure closeness={closeness} people={people} locale={locale} titled={titled} />
        <WishFigure closeness={closeness} people={people} locale={locale} />
      </div>
      <p className="mt-2.5 text-smallest text-ink-3">{t('chart.weeks')}</p>
      <div className="mt-1 flex flex-wrap gap-x-6 *:open:w-full">
        <ClosenessTable weeks={closeness.weeks} people={people} locale={locale} />
        {closeness.types.length > 0 ? <EachKind closeness={closeness} people={people} locale={locale} /> : null}
      </div>
    </>
  )
}

/** The newest week that both answered, large: each person's now and would like. */
export function NewestAnswers({ closeness: { weeks }, people, locale }: MonthClosenessProps) {
  const newest = weeks.findLast(({ both }) => both)
  if (!newest?.both) return null
  const t = translate(locale, monthsMessages)
  return (
    <section aria-label={t('chart.newest', { day: formatShortDayInYear(newest.first, locale) })}>
      <p aria-hidden="true" className="text-small text-ink-3">
        {t('chart.newest', { day: formatShortDayInYear(newest.first, locale) })}
      </p>
      <div className="mt-2 grid grid-cols-2 divide-x divide-line border-y border-line">
        {newest.both.map((answer, place) => (
          <div key={place} className="min-w-0 py-4 not-first:ps-4 first:pe-4">
            <p className="font-bold">
              <MarkedName slot={place === 0 ? 1 : 2}>{people[place === 0 ? 0 : 1]}</MarkedName>
            </p>
            <div className="mt-3">
              <NowAndWish
                now={answer.now}
                wish={answer.wish}
                who={people[place === 0 ? 0 : 1]}
                size="normal"
                locale={locale}
              />
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}

/** The viewer's answers for some weeks, a row each. */
export function OwnWeeks({ weeks, locale }: { weeks: readonly OwnWeek[]; locale: string }) {
  const t = translate(locale, monthsMessages)
  return (
    <ul className="lined">
      {weeks.map(({ first, answer }) => (
        <li key={first} className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2">
          <span>{t('mine.week', { day: formatShortDayInYear(first, locale) })}</span>
          <NowAndWish now={answer.now} wish={answer.wish} size="small" locale={locale} />
        </li>
      ))}
    </ul>
  )
}

/** The answers for now of each type that both answered in some week. */
function EachKind({ closeness: { weeks, types }, people, locale }: MonthClosenessProps) {
  const t = translate(locale, monthsMessages)
  const intimacy = translate(locale, intimacyMessages)
  const tCheckIns = translate(locale, checkInsMessages)
  return (
    <Disclosure summary={t('chart.types')}>
      <p className="text-small text-ink-3">{t('chart.typesHint')}</p>
      <ul className="mt-2 lined">
        {types.map((type) => (
          <li key={type} className={classes(hueOf[type], 'py-3.5')}>
            <TypeMark locale={locale} type={type} />
            <div className="mt-2 text-hue-text">
              <CircleRows
                weeks={weeks}
                look="now"
                stepOf={(answer) => answer.types[type]?.now ?? null}
                label={(person, step, { first }) =>
                  tCheckIns('both.label', {
                    who: people[person],
                    what: `${intimacy(type)}, ${formatShortDayInYear(first, locale)}`,
                    step,
                  })
                }
              />
            </div>
          </li>
        ))}
      </ul>
      <div className="@container">
        <Dates weeks={weeks} locale={locale} />
      </div>
    </Disclosure>
  )
}
