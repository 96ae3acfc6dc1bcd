// What fed a type, for the list that opens below its row.
import type { Feeding, FeedingSource } from '@/lib/dashboard/days-fed'
import { groupBy } from '@/lib/group-by'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'

/**
 * A moment, plan, page or reply, and whom it counts for on which day. A plan can be on different days for two people in
 * different zones; `day` is the later one.
 */
export type WhatFed = Readonly<{
  source: FeedingSource
  sourceId: string
  day: Day
  fedBy: readonly Readonly<{ personId: string; day: Day }>[]
}>

/** Groups the feedings of a type by source, newest first. The people of a source are in the order of `people`. */
export function groupBySource(feedings: readonly Feeding[], type: IntimacyType, people: readonly string[]): WhatFed[] {
  const ofType = feedings.filter((feeding) => feeding.type === type && people.includes(feeding.personId))
  const bySource = groupBy(ofType, ({ source, sourceId }) => `${source} ${sourceId}`)
  const sources = [...bySource.values()].flatMap((rows): WhatFed[] => {
    const [first] = rows
    if (!first) return []
    const day = rows.reduce((latest, row) => (row.day > latest ? row.day : latest), first.day)
    const fedBy = people.flatMap((personId) =>
      rows.filter((row) => row.personId === personId).map((row) => ({ personId, day: row.day })),
    )
    return [{ source: first.source, sourceId: first.sourceId, day, fedBy }]
  })
  const sortKey = ({ day, source, sourceId }: WhatFed): string => `${day} ${source} ${sourceId}`
  return sources.sort((a, b) => (sortKey(a) > sortKey(b) ? -1 : 1))
}
