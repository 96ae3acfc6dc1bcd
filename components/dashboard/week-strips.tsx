import type { Pair } from '@/lib/couples/people'
import type { ReactNode } from 'react'
import { hueOf } from '@/components/intimacy/hue'
import { TypeMark } from '@/components/intimacy/type-mark'
import { classes } from '@/components/ui/classes'
import type { DaysFed } from '@/lib/dashboard/days-fed'
import { phraseText } from '@/lib/dashboard/in-words'
import { rowPhrase } from '@/lib/dashboard/row-phrase'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { translate } from '@/lib/messages/translate'
import { formatShortDayInYear } from '@/lib/time/format'
import { columnMiddle, halvesOf, Strip, StripMarks } from './strip'
import { WeeksTable } from './weeks-table'

// A type's phrase is above its lanes, and beside them where the figure has room for marks that don't touch.
const ROW = '@md:grid @md:grid-cols-[11.875rem_minmax(0,1fr)] @md:items-center @md:gap-4'

/** The days on which the weeks begin, above their columns. */
export const Axis = ({ weeks, locale }: { weeks: DaysFed['weeks']; locale: string }) => {
  const t = translate(locale, dashboardMessages)
  // At most four labels, none close enough to the last one to touch it.
  const every = Math.ceil(weeks.length / 4)
  return (
    <div aria-hidden="true" className="weeks text-smallest font-medium">
      {halvesOf(weeks).map((half) => (
        <svg key={half[0]} height="1.7em">
          {half.map((index, place) => {
            const week = weeks[index]
            const isNow = index === weeks.length - 1
            return week && (isNow || (index % every === 0 && index < weeks.length - every)) ? (
              <text
                key={week.id}
                x={columnMiddle(place, half.length)}
                y="1.2em"
                textAnchor="middle"
                className={classes(isNow ? 'fill-ink-2 font-bold' : 'fill-ink-3', 'forced-colors:fill-canvas-text')}
              >
                {isNow ? t('weeks.now') : formatShortDayInYear(week.first, locale)}
              </text>
            ) : null
          })}
        </svg>
      ))}
    </div>
  )
}

type WeekStripsProps = Readonly<{
  fed: DaysFed
  /** The names, in pairing order. */
  people: Pair<string>
  locale: string
  /** Wraps a type's label and phrase, such as in a link to what fed it. */
  around?: ((type: IntimacyType, label: ReactNode) => ReactNode) | undefined
}>

/** On how many days of which weeks each person fed each type, on one axis: the details behind the bloom. */
export const WeekStrips = ({ fed, people, locale, around }: WeekStripsProps) => {
  const t = translate(locale, dashboardMessages)
  return (
    <figure className="@container">
      <figcaption className="text-smallest text-ink-3">{t('weeks.caption')}</figcaption>
      <div className={classes(ROW, 'mt-3.5')}>
        <div className="weeks-of-two @md:col-start-2">
          <Axis weeks={fed.weeks} locale={locale} />
        </div>
      </div>
      <StripMarks types={fed.types} />
      {fed.types.map((type) => {
        const label = (
          <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3 @md:block">
            <TypeMark type={type.type} locale={locale} className="@md:flex!" />
            <span className="text-smallest text-ink-3">{phraseText(rowPhrase(fed, type), locale)}</span>
          </span>
        )
        return (
          <div
            key={type.type}
            className={classes(hueOf[type.type], ROW, 'border-t border-line pt-0.5 pb-2.5 @md:py-2')}
          >
            <div className="flex min-h-11 items-center *:flex-1">{around ? around(type.type, label) : label}</div>
            <div className="weeks-of-two">
              <Strip fed={fed} type={type} people={people} locale={locale} />
            </div>
          </div>
        )
      })}
      <WeeksTable fed={fed} people={people} locale={locale} />
    </figure>
  )
}
