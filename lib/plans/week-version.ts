import 'server-only'
import { createHash } from 'node:crypto'
import type { WeekOfPlans } from './contract'

/**
 * Names what a week holds: the SHA-256 of all that "we're set" is said of, as base64url. What is ticked off or who took part is not
 * part of it. A change that is taken back gives the name from before.
 */
export function versionOfWeek({ plans, moved }: Pick<WeekOfPlans, 'plans' | 'moved'>): string {
  const said = plans.map(({ id, kind, title, what, place, types, plannedOn, time, minutes, zone, skipped, items }) => [
    id,
    kind,
    title,
    what,
    place,
    types,
    plannedOn,
    time,
    minutes,
    zone,
    skipped,
    items.map((item) => [item.id, item.text, item.whoId]),
  ])
  return createHash('sha256')
    .update(JSON.stringify([said, moved]))
    .digest('base64url')
}
