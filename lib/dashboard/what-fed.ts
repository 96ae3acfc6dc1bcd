// What fed the five types, each source once, for the list of Lately.
import type { Feeding, FeedingSource } from '@/lib/dashboard/days-fed'
import { groupBy } from '@/lib/group-by'
import { inProductOrder, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'

/**
 * A moment, plan, page or reply, the types that it fed, and whom it counts for on which day. A plan can be on different days for two people in
 * different zones; `day` is the later one.
 */
export type WhatFed = Readonly<{
  source: FeedingSource
  sourceId: string
  day: Day
  types: readonly IntimacyType[]
  fedBy: readonly Readonly<{ personId: string; day: Day }>[]
}>

/** Groups feedings by source, newest first. The people of a source are in the order of `people`. */
export function groupBySource(feedings: readonly Feeding[], people: readonly string[]): WhatFed[] {
  const counted = feedings.filter((feeding) => people.includes(feeding.personId))
  const bySource = groupBy(counted, ({ source, sourceId }) => `${source} ${sourceId}`)
  const sources = [...bySource.values()].flatMap((rows): WhatFed[] => {
    const [first] = rows
    if (!first) return []
    const day = rows.reduce((latest, row) => (row.day > latest ? row.day : latest), first.day)
    // a person feeds several types by one source on one day
    const fedBy = people.flatMap((personId) =>
      rows
        .filter((row) => row.personId === personId)
        .slice(0, 1)
        .map((row) => ({ personId, day: row.day })),
    )
    const types = inProductOrder(rows.map(({ type }) => type))
    return [{ source: first.source, sourceId: first.sourceId, day, types, fedBy }]
  })
  const sortKey = ({ day, source, sourceId }: WhatFed): string => `${day} ${source} ${sourceId}`
  return sources.sort((a, b) => (sortKey(a) > sortKey(b) ? -1 : 1))
}

/** A day's sources. */
export type DayFed<Source> = Readonly<{ day: Day; sources: readonly Source[] }>

/** Groups sources that are listed newest first by their day. */
export const groupByDay = <Source extends Pick<WhatFed, 'day'>>(sources: readonly Source[]): DayFed<Source>[] =>
  [...groupBy(sources, ({ day }) => day)].map(([day, ofDay]) => ({ day, sources: ofDay }))
