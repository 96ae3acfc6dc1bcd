import 'server-only'
import * as z from 'zod/mini'
import { dayOfColumn } from '@/lib/db/day-column'
import { zoneOfColumn } from '@/lib/db/zone-column'
import { itemSchema, planSchema } from './contract'
import type { SavedPlan } from './week-plans'

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
  timeChosen: true,
  minutesChosen: true,
} as const

const items = z.array(itemSchema)

/** Makes a plan of a row of the view. What somebody took part in took place, whatever the row says. */
export const savedPlanOfRow = ({
  onDate,
  plannedOn,
  timeChosen,
  minutesChosen,
  skipped,
  ...row
}: {
  onDate: Date
  plannedOn: Date
  items: unknown
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
    items: items.parse(row.items),
    onDate: dayOfColumn(onDate),
    plannedOn: dayOfColumn(plannedOn),
    skipped: skipped && row.tookPart.length === 0,
  }),
  timeChosen,
  minutesChosen,
})
