import { NowAndWish } from '@/components/check-ins/answer-circles'
import { TypeMark } from '@/components/intimacy/type-mark'
import { WithoutPartner } from '@/components/couples/without-partner'
import { AppFrame } from '@/components/shell/app-frame'
import { PartnerMark, MarkedName } from '@/components/people/partner-mark'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { TextLink } from '@/components/ui/links'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { sortByPairing, type Partner, type People } from '@/lib/couples/people'
import { groupBy } from '@/lib/group-by'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import type { MonthKey, MonthLine } from '@/lib/months/facts'
import { monthName } from '@/lib/months/in-words'
import { dayIn, monthOfDay, type Month } from '@/lib/time/day'
import { formatMonth, formatShortDayInYear } from '@/lib/time/format'
import { firstDayOf } from '@/lib/time/month'

type MonthListProps = Readonly<{
  lines: readonly MonthLine[]
  earlier: Month | null
  from: Month | null
  former: Readonly<{ months: readonly MonthKey[]; next: MonthKey | null }>
  /** Whether the newest months of former couples are shown. */
  isFirstFormer: boolean
  people: People
  /** The viewer has no partner, but had one before. */
  hasParted: boolean
}>

/** The months of the couple, newest first, each with the weeks that both answered. */
export function MonthList({ lines, earlier, from, former, isFirstFormer, people, hasParted }: MonthListProps) {
  const { me, locale, now } = people
  const t = translate(locale, monthsMessages)
  const [firstPerson, secondPerson] = sortByPairing(people)
  const present = monthOfDay(dayIn(now, me.zone))
  return (
    <AppFrame locale={locale} back={{ href: '/lately', label: t('list.back') }}>
      <PageHeading overline={t('list.overline')}>
        {t(
          firstPerson && secondPerson
            ? 'list.title'
            : former.months.length > 0
              ? 'list.formerMonths'
              : 'list.titleAlone',
        )}
      </PageHeading>
      {!firstPerson || !secondPerson ? (
        <WithoutPartner place="months" hasParted={hasParted} locale={locale}>
          {t('list.alone')}
        </WithoutPartner>
      ) : (
        <>
          <p className="mt-5 flex flex-wrap gap-x-6 gap-y-1 text-small text-ink-2">
            {[firstPerson, secondPerson].map(({ id, slot, name }) => (
              <MarkedName key={id} slot={slot} className="wrap-anywhere">
                {name}
              </MarkedName>
            ))}
          </p>
          {lines.some(({ weeks }) => weeks.some(({ both }) => both)) ? (
            <p className="mt-1.5 text-smallest text-ink-3">{t('list.legend')}</p>
          ) : null}
          <ol className="mt-8 grid grid-cols-1 gap-y-8">
            {lines.map((line) => (
              <MonthItem
                key={line.month}
                line={line}
                both={[firstPerson, secondPerson]}
                locale={locale}
                present={line.month === present}
              />
            ))}
          </ol>
          <p className="mt-8 flex flex-wrap gap-x-6">
            {earlier ? (
              <TextLink alone href={`/months?from=${earlier}`}>
                {t('list.earlier')}
              </TextLink>
            ) : null}
            {from ? (
              <TextLink alone href="/months">
                {t('list.newest')}
              </TextLink>
            ) : null}
          </p>
        </>
      )}
      {former.months.length > 0 || !isFirstFormer ? (
        <Section id="before" title={t('list.former')} className="mt-12 measure">
          <FormerMonths months={former.months} locale={locale} />
          <p className="mt-3 flex flex-wrap gap-x-6">
            {former.next ? (
              <TextLink alone href={`/months?before=${former.next.month}.${former.next.coupleId}#before`}>
                {t('list.earlier')}
              </TextLink>
            ) : null}
            {isFirstFormer ? null : (
              <TextLink alone href="/months#before">
                {t('list.newest')}
              </TextLink>
            )}
          </p>
        </Section>
      ) : null}
    </AppFrame>
  )
}

/** The months with each former partner, by year. Former partners have no names, so only the months tell them apart. */
function FormerMonths({ months, locale }: { months: readonly MonthKey[]; locale: string }) {
  const t = translate(locale, monthsMessages)
  return (
    <div className="grid grid-cols-1 gap-y-6">
      {[...groupBy(months, ({ coupleId }) => coupleId)].map(([coupleId, coupleMonths]) => (
        <div key={coupleId}>
          <p className="text-small text-ink-2">{t('list.formerDetail')}</p>
          <dl className="mt-2 lined">
            {[...groupBy(coupleMonths, ({ month }) => month.slice(0, 4))].map(([year, yearMonths]) => (
              <div key={year} className="flex items-baseline gap-x-5 py-1">
                <dt className="w-12 flex-none text-small text-ink-3">{year}</dt>
                <dd className="flex min-w-0 flex-wrap gap-x-5">
                  {yearMonths.toReversed().map(({ month }) => (
                    <TextLink key={month} alone href={`/months/${month}?coupleId=${coupleId}`}>
                      {monthName(month, locale)}
                    </TextLink>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  )
}

function MonthItem({
  line: { month, weeks, closing },
  both,
  locale,
  present,
}: {
  line: MonthLine
  both: readonly [Partner, Partner]
  locale: string
  present: boolean
}) {
  const t = translate(locale, monthsMessages)
  const shown = weeks.filter(({ both: answers }) => answers)
  return (
    <li className="panes:grid panes:grid-cols-[17rem_minmax(0,1fr)] panes:items-start panes:gap-x-6">
      <div>
        <h2 className="type-title">
          <Link href={`/months/${month}`} className="reach gap-1.5 hover:underline">
            {formatMonth(firstDayOf(month), locale)}
            <Icon icon="chevron-right" className="text-ink-3" />
          </Link>
        </h2>
        {closing?.closed ? (
          <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-3">
            {t('list.closed')}
            {closing.version.focus ? <TypeMark locale={locale} type={closing.version.focus} size="small" /> : null}
          </p>
        ) : present ? (
          <p className="text-small text-ink-3">{t('list.soFar')}</p>
        ) : null}
      </div>
      {shown.length === 0 ? (
        <p className="mt-1 text-small text-ink-3 panes:mt-3.5">{t('list.noWeeks')}</p>
      ) : (
        <ul className="mt-2 lined panes:mt-0">
          {shown.map(({ week, first, both: answers }) => (
            <li key={week}>
              <Link
                href={`/check-in/${week}`}
                className="grid grid-cols-2 items-center gap-x-4 gap-y-2 py-3 wide:grid-cols-[10rem_repeat(2,minmax(0,1fr))]"
              >
                <span className="col-span-2 text-small text-ink-2 wide:col-span-1">
                  {t('list.weekOf', { day: formatShortDayInYear(first, locale) })}
                </span>
                {both.map(({ id, slot, name }, place) => {
                  const answer = answers?.[place === 0 ? 0 : 1]
                  return answer ? (
                    <span key={id} className="flex items-center gap-2 text-ink-2">
                      <PartnerMark slot={slot} />
                      <NowAndWish now={answer.now} wish={answer.wish} who={name} size="small" locale={locale} />
                    </span>
                  ) : null
                })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
