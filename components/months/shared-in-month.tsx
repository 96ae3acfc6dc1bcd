'use client'
import { WhenOpen } from '@/components/device/when-open'
import { PageRow } from '@/components/journal/page-row'
import { LoadFailure } from '@/components/device/load-failure'
import type { TwoPeople } from '@/components/people/two-people'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { fetchSharedPages, type OpenedSharedPage } from '@/lib/journal/sharing'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Day } from '@/lib/time/day'
import type { Vault } from '@/lib/vault/vault'

type SharedInMonthProps = Readonly<{ coupleId: string; first: Day; last: Day; month: string; people: TwoPeople }>

/** The pages that either person shared in a month, opened with the vault. */
export const SharedInMonth = (props: SharedInMonthProps) => (
  <WhenOpen lines={1}>{(vault) => <SharedPages vault={vault} {...props} />}</WhenOpen>
)

function SharedPages({ vault, coupleId, first, last, month, people }: SharedInMonthProps & { vault: Vault }) {
  const t = useTranslations(monthsMessages, 'shared')
  const { value, error, again } = useLoaded(first, () => fetchSharedBetween(vault, coupleId, first, last))
  if (error) return <LoadFailure error={error} onAgain={again} />
  if (!value) return <Skeleton lines={1} />
  if (value.length === 0) return <p className="text-small text-ink-3">{t('none', { month })}</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {value.map((page) => (
        <PageRow
          key={page.id}
          page={{ ...page, audience: 'both', mine: page.authorId === people.me.id }}
          people={people}
          current={false}
        />
      ))}
    </ul>
  )
}

/** All shared pages between two days that were not removed, oldest first. */
async function fetchSharedBetween(vault: Vault, coupleId: string, from: Day, to: Day): Promise<OpenedSharedPage[]> {
  const pages: OpenedSharedPage[] = []
  for (let after: string | undefined, more = true; more; ) {
    const part = await fetchSharedPages(browserDevice(), vault, { coupleId, from, to, ...(after && { after }) })
    pages.push(...part.rows)
    after = part.next ?? undefined
    more = part.next !== null
  }
  return pages.filter(({ opened }) => opened.is !== 'removed').reverse()
}
