'use client'
import { PageRow } from '@/components/journal/page-row'
import { useListParts } from '@/components/journal/use-list-parts'
import { Button } from '@/components/ui/button'
import { LoadFailure } from '@/components/device/load-failure'
import type { TwoPeople } from '@/components/people/two-people'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { fetchSharedPages } from '@/lib/journal/sharing'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Day } from '@/lib/time/day'
import type { Vault } from '@/lib/vault/vault'
import { FirstRows } from './first-rows'
import { useIsStep } from './step-footer'

export type SharedInMonthProps = Readonly<{ coupleId: string; first: Day; last: Day; month: string; people: TwoPeople }>

/** The pages that either person shared in a month. Loaded once the vault is open. */
export function OpenedSharedInMonth({
  vault,
  coupleId,
  first,
  last,
  month,
  people,
}: SharedInMonthProps & { vault: Vault }) {
  const t = useTranslations(monthsMessages, 'shared')
  const isStep = useIsStep()
  const { rows, error, again, readOlder, olderError, isReading } = useListParts(first, (after) =>
    fetchSharedPages(browserDevice(), vault, { coupleId, from: first, to: last, ...(after && { after }) }),
  )
  if (!rows) return error ? <LoadFailure error={error} onAgain={again} /> : <Skeleton lines={3} />
  const shown = rows.filter(({ opened }) => opened.is !== 'removed').reverse()
  return (
    <>
      {readOlder ? (
        <Button variant="link" busy={isReading} busyLabel={t('reading')} onClick={readOlder}>
          {t('older', { month })}
        </Button>
      ) : null}
      <LoadFailure error={olderError} onAgain={readOlder ?? again} />
      {shown.length === 0 && !readOlder ? <p className="text-small text-ink-3">{t('none', { month })}</p> : null}
      {shown.length > 0 ? (
        <FirstRows
          rows={shown.map((page) => (
            <PageRow
              key={page.id}
              page={{ ...page, audience: 'both', mine: page.authorId === people.me.id }}
              people={people}
              current={false}
            />
          ))}
          folds={isStep}
          locale={people.locale}
        />
      ) : null}
    </>
  )
}
