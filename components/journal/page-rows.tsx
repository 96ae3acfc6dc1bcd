'use client'
import { formatMonth } from '@/lib/time/format'
import { monthOfDay, type Day } from '@/lib/time/day'
import { dayOfPage, type ListedPage } from '@/lib/journal/listed-page'
import type { SharedCopies } from '@/lib/journal/shared-copies'
import { PageRow } from './page-row'
import type { TwoPeople } from '@/components/people/two-people'

type MonthOfPages = { first: Day; pages: ListedPage[] }

/** Groups pages that follow each other by their month. */
function groupByMonth(pages: readonly ListedPage[], people: TwoPeople): MonthOfPages[] {
  const months: MonthOfPages[] = []
  for (const page of pages) {
    const day = dayOfPage(page, people.me.zone)
    const last = months.at(-1)
    if (last && monthOfDay(last.first) === monthOfDay(day)) last.pages.push(page)
    else months.push({ first: day, pages: [page] })
  }
  return months
}

type PageRowsProps = Readonly<{
  pages: readonly ListedPage[]
  people: TwoPeople
  copies: SharedCopies
  unsure: ReadonlySet<string>
  current: string | undefined
  beside: boolean
}>

/** The list by months, newest first. It shows no counts, and no empty months. */
export const PageRows = ({ pages, people, copies, unsure, current, beside }: PageRowsProps) => (
  <>
    {groupByMonth(pages, people).map(({ first, pages: monthPages }) => (
      <section key={monthPages[0]?.id} className="mt-7">
        <h2 className="border-b border-line pb-2 text-small font-strong text-ink-2 panes:border-0">
          {formatMonth(first, people.locale)}
        </h2>
        <ul className="divide-y divide-line">
          {monthPages.map((page) => (
            <PageRow
              key={page.id}
              page={page}
              people={people}
              copies={copies.get(page.id) ?? []}
              unsure={unsure.has(page.id)}
              current={page.id === current || (copies.get(page.id)?.some(({ id }) => id === current) ?? false)}
              beside={beside}
            />
          ))}
        </ul>
      </section>
    ))}
  </>
)
