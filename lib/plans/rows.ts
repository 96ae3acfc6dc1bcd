import 'server-only'
import * as z from 'zod/mini'
import { dayOfColumn } from '@/lib/db/day-column'
import { itemSchema, planSchema, type Plan } from './contract'

/** What is selected of the view of plans. */
export const plannedColumns = {
  id: true,
  ritualId: true,
  kind: true,
  onDate: true,
  version: true,
  title: true,
  what: true,
  place: true,
  types: true,
  plannedOn: true,
  time: true,
  minutes: true,
  zone: true,
  skipped: true,
  items: true,
  tookPart: true,
} as const

const items = z.array(itemSchema)

/** A row of the view as it travels. */
export const planOfRow = ({
  onDate,
  plannedOn,
  ...row
}: {
  onDate: Date
  plannedOn: Date
  items: unknown
  zone: string
  time: string | null
}): Plan =>
  planSchema.parse({
    ...row,
    items: items.parse(row.items),
    onDate: dayOfColumn(onDate),
    plannedOn: dayOfColumn(plannedOn),
  })
