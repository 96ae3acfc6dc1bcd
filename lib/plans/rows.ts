import 'server-only'
import * as z from 'zod/mini'
import { dayOfColumn } from '@/lib/db/day-column'
import { zoneOfColumn } from '@/lib/db/zone-column'
import { itemSchema, planSchema, type Item } from './contract'
import type { SavedPlan } from './week-plans'

/** The columns that make a plan without its items, which are many. */
export const datedColumns = {
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
  tookPart: true,
  timeChosen: true,
  minutesChosen: true,
} as const

/** The columns that make a plan. */
export const plannedColumns = { ...datedColumns, items: true } as const

const itemsSchema = z.array(itemSchema)

/** Parses the items of a plan that were read beside it. Throws if they have another shape. */
export const parseItems = (json: unknown): Item[] => itemsSchema.parse(json)

/**
 * Makes a plan of a row of the view; without items where they were not read. What somebody took part in took place,
 * whatever the row says.
 */
export const savedPlanOfRow = ({
  onDate,
  plannedOn,
  timeChosen,
  minutesChosen,
  skipped,
  items = [],
  ...row
}: {
  onDate: Date
  plannedOn: Date
  items?: unknown
  zone: string
  time: string | null
  tookPart: string[]
  skipped: boolean
  timeChosen: boolean
  minutesChosen: boolean
}): SavedPlan => ({
  ...planSchema.parse({
    ...row,
    zone: zoneOfColumn(row.zone),
    items: parseItems(items),
    onDate: dayOfColumn(onDate),
    plannedOn: dayOfColumn(plannedOn),
    skipped: skipped && row.tookPart.length === 0,
  }),
  timeChosen,
  minutesChosen,
})
