import { NowAndWish } from '@/components/check-ins/answer-circles'
import { hueOf } from '@/components/intimacy/hue'
import { TypeMark } from '@/components/intimacy/type-mark'
import { MarkedName } from '@/components/people/partner-mark'
import { classes } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/page-heading'
import type { Closeness } from '@/lib/check-ins/contract'
import type { Pair } from '@/lib/couples/people'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import type { MonthCloseness } from '@/lib/months/closeness'
import type { Day } from '@/lib/time/day'
import { formatShortDayInYear } from '@/lib/time/format'
import { CircleRows, ClosenessChart, Dates } from './closeness-chart'
import { ClosenessTable } from './closeness-table'

type OwnWeek = Readonly<{ first: Day; answer: Closeness }>

type MonthClosenessProps = Readonly<{
  closeness: MonthCloseness
  /** The viewer's answers that nobody else can see. */
  mine: readonly OwnWeek[]
  people: Pair<string>
  locale: string
}>

/**
 * How close a month felt to both, now and as they would like it, overall and by type. The charts show only revealed
 * answers.
 */
export function MonthClosenessView({ closeness, mine, people, locale }: MonthClosenessProps) {
  const t = translate(locale, monthsMessages)
  return (
    <>
      {closeness.answeredWeeks > 0 ? (
        <>
          <p className="flex flex-wrap gap-x-6 gap-y-1 text-small text-ink-2">
            <MarkedName slot={1} className="wrap-anywhere">
              {people[0]}
            </MarkedName>
            <MarkedName slot={2} className="wrap-anywhere">
              {people[1]}
            </MarkedName>
          </p>
          <div className="mt-5 grid grid-cols-1 gap-y-9">
            <ClosenessChart closeness={closeness} what="now" people={people} locale={locale} />
            <ClosenessChart closeness={closeness} what="wish" people={people} locale={locale} />
          </div>
          <p className="mt-3 text-smallest text-ink-3">{t('chart.weeks')}</p>
          <ClosenessTable weeks={closeness.weeks} people={people} locale={locale} />
          {closeness.types.length > 0 ? <EachKind closeness={closeness} people={people} locale={locale} /> : null}
        </>
      ) : null}
      {mine.length > 0 ? (
        <Section id="mine" title={t('mine.title')}>
          <OwnWeeks weeks={mine} locale={locale} />
          <p className="mt-2 text-smallest text-ink-3">{t('mine.about')}</p>
        </Section>
      ) : null}
    </>
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
function EachKind({
  closeness: { weeks, types },
  people,
  locale,
}: Pick<MonthClosenessProps, 'closeness' | 'people' | 'locale'>) {
  const t = translate(locale, monthsMessages)
  const intimacy = translate(locale, intimacyMessages)
  const tCheckIns = translate(locale, checkInsMessages)
  return (
    <Disclosure summary={t('chart.types')} className="mt-1">
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
      <Dates weeks={weeks} locale={locale} />
    </Disclosure>
  )
}
