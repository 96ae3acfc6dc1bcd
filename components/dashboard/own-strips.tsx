import { hueOf } from '@/components/intimacy/hue'
import { TypeMark } from '@/components/intimacy/type-mark'
import { classes } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { WideTable } from '@/components/ui/wide-table'
import type { OwnDaysFed, OwnTypeDays } from '@/lib/dashboard/own-days-fed'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { ownPagesMessages } from '@/lib/messages/rooms/own-pages'
import { translate } from '@/lib/messages/translate'
import { formatShortDayInYear } from '@/lib/time/format'
import { columnMiddle, Disc, LANE, Quiet } from './strip'
import { Axis } from './week-strips'

type OwnStripsProps = Readonly<{ fed: OwnDaysFed; locale: string }>

// A type's words are above its lane on a phone, and beside it on wide screens.
const ROW = 'wide:grid wide:grid-cols-[190px_1fr] wide:items-center wide:gap-4'

/** On how many days of which weeks one wrote pages of each type: one lane for each type, on one axis. */
export const OwnStrips = ({ fed, locale }: OwnStripsProps) => {
  const t = translate(locale, ownPagesMessages, 'layer')
  return (
    <figure>
      <figcaption className="text-smallest text-ink-3">{t('weeksCaption')}</figcaption>
      <div className={classes(ROW, 'mt-3.5')}>
        <div className="wide:col-start-2">
          <Axis weeks={fed.weeks} locale={locale} />
        </div>
      </div>
      {fed.types.map((type) => (
        <div key={type.type} className={classes(hueOf[type.type], ROW, 'border-t border-line py-3 wide:py-2')}>
          <p className="mb-1.5 flex flex-wrap items-center justify-between gap-x-3 wide:mb-0 wide:block">
            <TypeMark type={type.type} locale={locale} className="wide:flex!" />
            <span className="text-smallest text-ink-3">
              {fed.isWhole || type.perWeek.some((days) => days > 0)
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
    <svg width="100%" height={LANE} role="img" aria-label={label} className="block overflow-visible">
      <rect
        x={`${100 - 100 / weeks.length}%`}
        width={`${100 / weeks.length}%`}
        height={LANE}
        rx="10"
        className="fill-surface forced-colors:fill-none"
      />
      {weeks.map(({ id, last }, index) => {
        const days = perWeek[index] ?? 0
        if (days === 0 && (quietFrom === null || last < quietFrom)) return null
        return (
          <svg key={id} x={columnMiddle(index, weeks.length)} y={LANE / 2} className="overflow-visible">
            {days === 0 ? <Quiet /> : <Disc days={days} />}
          </svg>
        )
      })}
    </svg>
  )
}

function NumbersByWeek({ fed: { weeks, types }, locale }: OwnStripsProps) {
  const t = translate(locale, ownPagesMessages, 'layer')
  return (
    <Disclosure summary={t('showWeeks')} icon={<Icon icon="table-2" />} className="border-t border-line pt-1">
      <WideTable label={t('weeksNumbers')} className="w-0 min-w-full">
        <table className="mt-1 w-full min-w-[22rem] table-fixed border-collapse beside:min-w-0 text-small [&_td]:text-center [&_td]:font-strong">
          <caption className="sr-only">{t('weeksNumbers')}</caption>
          <thead>
            <tr className="text-ink-3 *:pb-2 *:align-bottom *:font-strong">
              <th scope="col" className="w-[34%] pe-2 text-left">
                <span className="sr-only">{t('type')}</span>
              </th>
              {weeks.map(({ id, first }) => (
                <th key={id} scope="col" className="text-center text-mark leading-tight whitespace-pre-line">
                  {/* Day above month: eight columns have no room for both on a line. */}
                  {formatShortDayInYear(first, locale).replace(' ', '\n')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {types.map(({ type, perWeek }) => (
              <tr key={type} className="border-t border-line">
                <th scope="row" className="py-2 pe-1.5 text-left font-normal">
                  <TypeMark type={type} size="small" locale={locale} />
                </th>
                {perWeek.map((days, index) => (
                  // a quiet week is an empty cell
                  <td key={weeks[index]?.id ?? index}>{days === 0 ? null : days}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Disclosure>
  )
}
