import 'server-only'
import * as z from 'zod/mini'
import { dayOfColumn } from '@/lib/db/day-column'
import { itemSchema, planSchema, type Plan } from './contract'

/** The columns that make a plan. */
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

/** Makes a plan of a row of the view. */
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
