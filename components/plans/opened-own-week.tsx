'use client'
import { LoadFailure } from '@/components/device/load-failure'
import { OwnDayRow } from '@/components/journal/own-day-row'
import { PagesCover } from '@/components/journal/pages-cover'
import { usePagesByDay } from '@/components/journal/use-pages-by-day'
import { useToday } from '@/components/people/use-today'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { ownPagesMessages } from '@/lib/messages/rooms/own-pages'
import { useTranslations } from '@/lib/messages/use-translations'
import { daysFrom, weekday, type Day } from '@/lib/time/day'
import { formatDayNumber, formatWeekday } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { OwnWeekFlower } from './own-week-flower'

type OwnWeekProps = Readonly<{ vault: Vault; first: Day; last: Day; locale: string }>

/** The days of a week up to today, each with one's own pages of that day; on today there is a way to write. */
export function OpenedOwnWeek({ vault, first, last, locale }: OwnWeekProps) {
  const t = useTranslations(ownPagesMessages)
  const today = useToday()
  const { value, error, again, isSlow } = usePagesByDay(vault, first)
  if (!value)
    return error ? (
      <LoadFailure error={error} onAgain={again} />
    ) : (
      <PagesCover pages={null} isSlow={isSlow} onAgain={again} />
    )
  const pages = value.pages.filter(({ day }) => first <= day && day <= last)
  const isPresent = first <= today && today <= last
  // a page that was written where it was tomorrow already
  const lastShown = pages.reduce<Day>((end, { day }) => (day > end ? day : end), today < last ? today : last)
  return (
    <>
      <PagesCover pages={value} isSlow={false} onAgain={again} since={first} locale={locale} className="mb-3" />
      {pages.length === 0 && !isPresent ? (
        value.wholeFrom !== null && value.wholeFrom <= first ? (
          <EmptyState>{t('emptyWeek')}</EmptyState>
        ) : null
      ) : (
        <div className="wide:grid wide:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] wide:items-start wide:gap-x-14">
          <ol className="lined">
            {daysFrom(first, lastShown).map((day) => (
              <li
                key={day}
                {...(day === today ? { 'aria-current': 'date' as const } : {})}
                className="grid min-h-16 grid-cols-[3.25rem_minmax(0,1fr)] py-2"
              >
                <span className="flex flex-col pt-1.5 text-smallest text-ink-3">
                  {formatWeekday(weekday(day), locale, 'short')}
                  <b className="text-field leading-normal text-ink">{formatDayNumber(day, locale)}</b>
                </span>
                <div className="min-w-0">
                  {pages
                    .filter((page) => page.day === day)
                    .map((page) => (
                      <OwnDayRow key={page.id} page={page} locale={locale} />
                    ))}
                  {day === today ? (
                    <Link href="/write" className="reach gap-2 text-small font-strong text-ink-2 hover:text-ink">
                      <Icon icon="pen-line" size={16} />
                      {t('writeToday')}
                    </Link>
                  ) : null}
                </div>
              </li>
            ))}
          </ol>
          <OwnWeekFlower
            types={new Set(pages.flatMap(({ types }) => types))}
            locale={locale}
            className="mt-8 wide:sticky wide:top-20 wide:mt-2"
          />
        </div>
      )}
    </>
  )
}
