import { hueOf } from '@/components/intimacy/hue'
import { TypeMark } from '@/components/intimacy/type-mark'
import { classes } from '@/components/ui/classes'
import type { OwnDaysFed, OwnTypeDays } from '@/lib/dashboard/own-days-fed'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { ownPagesMessages } from '@/lib/messages/rooms/own-pages'
import { translate } from '@/lib/messages/translate'
import { formatShortDayInYear } from '@/lib/time/format'
import { Disc, Quiet, Weeks } from './strip'
import { Axis } from './week-strips'
import { WeekCells, WeeksNumbers } from './weeks-numbers'

type OwnStripsProps = Readonly<{ fed: OwnDaysFed; locale: string }>

// A type's words are above its lane, and beside it where the figure has room for marks that don't touch.
const ROW = '@md:grid @md:grid-cols-[11.875rem_minmax(0,1fr)] @md:items-center @md:gap-4'

/** On how many days of which weeks one wrote pages of each type: one lane for each type, on one axis. */
export const OwnStrips = ({ fed, locale }: OwnStripsProps) => {
  const t = translate(locale, ownPagesMessages, 'layer')
  return (
    <figure className="@container">
      <figcaption className="text-smallest text-ink-3">{t('weeksCaption')}</figcaption>
      <div className={classes(ROW, 'mt-3.5')}>
        <div className="@md:col-start-2">
          <Axis weeks={fed.weeks} locale={locale} />
        </div>
      </div>
      {fed.types.map((type) => (
        <div key={type.type} className={classes(hueOf[type.type], ROW, 'border-t border-line py-3 @md:py-2')}>
          <p className="mb-1.5 flex flex-wrap items-center justify-between gap-x-3 @md:mb-0 @md:block">
            <TypeMark type={type.type} locale={locale} className="@md:flex!" />
            <span className="text-smallest text-ink-3">
              {type.perWeek.some((days) => days > 0)
                ? t('inWeeks', { weeks: type.perWeek.filter((days) => days > 0).length })
                : null}
            </span>
          </p>
          <Lane fed={fed} type={type} locale={locale} />
        </div>
      ))}
      <NumbersByWeek fed={fed} locale={locale} />
    </figure>
  )
}

/** A disc for a week with pages of the type, a dot for a week without, and nothing where that is not known. */
function Lane({ fed: { weeks, quietFrom }, type: { type, perWeek }, locale }: OwnStripsProps & { type: OwnTypeDays }) {
  const t = translate(locale, ownPagesMessages, 'layer')
  const day = (index: number) => formatShortDayInYear(weeks.at(index)?.first ?? weeks[0]!.first, locale)
  const label = t('strip', {
    type: translate(locale, intimacyMessages)(type),
    from: day(0),
    to: day(-1),
    days: perWeek.join(', '),
  })
  return (
    <Weeks
      weeks={weeks}
      label={label}
      lanes={1}
      mark={({ last }, index, x) => {
        const days = perWeek[index] ?? 0
        if (days === 0 && (quietFrom === null || last < quietFrom)) return null
        return (
          <svg x={x} y="50%" className="overflow-visible">
            {days === 0 ? <Quiet /> : <Disc days={days} />}
          </svg>
        )
      }}
    />
  )
}

function NumbersByWeek({ fed: { weeks, types }, locale }: OwnStripsProps) {
  const t = translate(locale, ownPagesMessages, 'layer')
  return (
    <WeeksNumbers
      weeks={weeks}
      labels={{ summary: t('showWeeks'), caption: t('weeksNumbers'), row: t('type') }}
      rowWidth="w-[34%]"
      locale={locale}
    >
      <tbody>
        {types.map(({ type, perWeek }) => (
          <tr key={type} className="border-t border-line">
            <th scope="row" className="py-2 pe-1.5 text-left font-normal">
              <TypeMark type={type} size="small" locale={locale} />
            </th>
            <WeekCells weeks={weeks} perWeek={perWeek} />
          </tr>
        ))}
      </tbody>
    </WeeksNumbers>
  )
}
