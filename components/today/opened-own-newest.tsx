'use client'
import { LoadFailure } from '@/components/device/load-failure'
import { OwnDayRow } from '@/components/journal/own-day-row'
import { PagesCover } from '@/components/journal/pages-cover'
import { usePagesByDay } from '@/components/journal/use-pages-by-day'
import { ExamplePage } from '@/components/people/example-pages'
import { useToday } from '@/components/people/use-today'
import { EmptyState } from '@/components/ui/empty-state'
import type { DayPage } from '@/lib/journal/pages-by-day'
import { ownPagesMessages } from '@/lib/messages/rooms/own-pages'
import { useTranslations } from '@/lib/messages/use-translations'
import { weekday } from '@/lib/time/day'
import { formatDayNumber, formatMonthName, formatWeekday } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'

/** How many pages are shown: their place is held while they are opened (`own-newest.tsx`). */
const NEWEST = 3

/** One's own newest pages under their days, each a link. */
export function OpenedOwnNewest({ vault, locale }: { vault: Vault; locale: string }) {
  const t = useTranslations(ownPagesMessages)
  const today = useToday()
  const { value, error, again, isSlow } = usePagesByDay(vault, today)
  if (!value)
    return error ? (
      <LoadFailure error={error} onAgain={again} />
    ) : (
      <PagesCover pages={null} isSlow={isSlow} onAgain={again} />
    )
  const pages = value.pages.slice(0, NEWEST)
  return (
    <>
      <PagesCover pages={value} isSlow={false} onAgain={again} />
      {pages.length === 0 ? (
        value.isAll && !value.hasUnopened ? (
          <>
            <EmptyState detail={t('emptyDetail')} className="pt-2! pb-5!">
              {t('empty')}
            </EmptyState>
            <ExamplePage locale={locale} note={t('example')} />
          </>
        ) : null
      ) : (
        <ol className="lined">
          {pages.map((page, index) => (
            <li key={page.id} className="grid grid-cols-[3.25rem_minmax(0,1fr)] items-center py-1.5">
              <DayOf page={page} before={pages[index - 1]} locale={locale} />
              <OwnDayRow page={page} locale={locale} isShort />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

/** The page's day; for the eye only where the row above is of another. */
function DayOf({ page: { day }, before, locale }: { page: DayPage; before: DayPage | undefined; locale: string }) {
  const today = useToday()
  const isRepeated = before?.day === day
  return (
    <span className="flex flex-col text-smallest text-ink-3">
      <span className={isRepeated ? 'sr-only' : 'contents'}>
        <b className="text-field leading-normal text-ink">{formatDayNumber(day, locale)}</b>
        {day.slice(0, 7) === today.slice(0, 7)
          ? formatWeekday(weekday(day), locale, 'short')
          : formatMonthName(day, locale)}
      </span>
    </span>
  )
}
