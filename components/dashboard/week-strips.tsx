import type { Pair } from '@/lib/couples/people'
import type { ReactNode } from 'react'
import { hueOf } from '@/components/intimacy/hue'
import { TypeMark } from '@/components/intimacy/type-mark'
import { PartnerMark } from '@/components/people/partner-mark'
import { classes } from '@/components/ui/classes'
import type { DaysFed } from '@/lib/dashboard/days-fed'
import { phraseText } from '@/lib/dashboard/in-words'
import { rowPhrase } from '@/lib/dashboard/row-phrase'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { translate } from '@/lib/messages/translate'
import { formatShortDayInYear } from '@/lib/time/format'
import { columnMiddle, Strip, StripMarks } from './strip'
import { WeeksTable } from './weeks-table'

// A type's phrase is above its lanes, and beside them where the figure has room for marks that don't touch.
const ROW = '@md:grid @md:grid-cols-[190px_1fr] @md:items-center @md:gap-4'
const LANES = 'grid grid-cols-[18px_1fr] gap-x-2.5'

/** The days on which the weeks begin, above their columns. */
export const Axis = ({ weeks, locale }: { weeks: DaysFed['weeks']; locale: string }) => {
  const t = translate(locale, dashboardMessages)
  // At most four labels, none close enough to the last one to touch it.
  const every = Math.ceil(weeks.length / 4)
  return (
    <svg width="100%" height="20" aria-hidden="true" className="block overflow-visible text-axis font-medium">
      {weeks.map(({ id, first }, index) =>
        index % every === 0 && index < weeks.length - every ? (
          <text
            key={id}
            x={columnMiddle(index, weeks.length)}
            y="14"
            textAnchor="middle"
            className="fill-ink-3 forced-colors:fill-canvas-text"
          >
            {formatShortDayInYear(first, locale)}
          </text>
        ) : null,
      )}
      <text
        x={columnMiddle(weeks.length - 1, weeks.length)}
        y="14"
        textAnchor="middle"
        className="fill-ink-2 font-bold forced-colors:fill-canvas-text"
      >
        {t('weeks.now')}
      </text>
    </svg>
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
        <div className={classes(LANES, '@md:col-start-2')}>
          <span />
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
            <div className={LANES}>
              <span className="grid grid-rows-2 items-center justify-items-center text-ink-3">
                <PartnerMark slot={1} />
                <PartnerMark slot={2} />
              </span>
              <Strip fed={fed} type={type} people={people} locale={locale} />
            </div>
          </div>
        )
      })}
      <WeeksTable fed={fed} people={people} locale={locale} />
    </figure>
  )
}
