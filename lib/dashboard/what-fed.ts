// What lies behind a row of the picture, on tap.
import type { Feeding, FeedingSource } from '@/lib/dashboard/days-fed'
import { groupBy } from '@/lib/group-by'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'

/**
 * One moment, kept date, page or reply, and who fed the type by it on which day: a date may fall on another day for each.
 * `day` is the later one.
 */
export type WhatFed = Readonly<{
  source: FeedingSource
  sourceId: string
  day: Day
  fedBy: readonly Readonly<{ personId: string; day: Day }>[]
}>

/** What fed a type, newest first: each source once, with its people in the order in which they are given. */
export function groupBySource(feedings: readonly Feeding[], type: IntimacyType, people: readonly string[]): WhatFed[] {
  const theirs = feedings.filter((feeding) => feeding.type === type && people.includes(feeding.personId))
  const bySource = groupBy(theirs, ({ source, sourceId }) => `${source} ${sourceId}`)
  const sources = [...bySource.values()].flatMap((rows): WhatFed[] => {
    const [first] = rows
    if (!first) return []
    const day = rows.reduce((latest, row) => (row.day > latest ? row.day : latest), first.day)
    const fedBy = people.flatMap((personId) =>
      rows.filter((row) => row.personId === personId).map((row) => ({ personId, day: row.day })),
    )
    return [{ source: first.source, sourceId: first.sourceId, day, fedBy }]
  })
  const place = ({ day, source, sourceId }: WhatFed): string => `${day} ${source} ${sourceId}`
  return sources.sort((a, b) => (place(a) > place(b) ? -1 : 1))
}
