import 'server-only'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
import { asWeb } from './clients'
import type { CoupleScope, Scope } from './with-viewer'

// What Today, the week, Lately and a month read of rituals, plans and feedings, and of closing a month. Through Prisma, two of them took a twelfth of a page's CPU,
// most of it to compile the same statement for each request. Instants are dates; the value of a `date` column is midnight UTC.
// Conditions on days stand by themselves, for the indexes of days: inside an `or` with the ritual, all dates of all rituals may be read.

/** A version of a ritual's terms, as the view `ritual_version` has it. */
type VersionRecord = {
  coupleId: string
  ritualId: string
  id: string
  version: number
  proposerId: string
  proposedAt: Date
  title: string
  types: IntimacyType[]
  weekdays: number[]
  startsOn: Date
  everyWeeks: number
  time: string
  minutes: number
  zone: string
  weekStart: number
  agreedAt: Date | null
  closedAt: Date | null
  closedById: string | null
  ritualProposerId: string
  endedAt: Date | null
  endedById: string | null
  pauses: unknown
}

/**
 * The agreed and the newest versions of the couple's rituals that have not ended, or ended at `since` or later, oldest
 * ritual first and each by version. One statement.
 */
export const selectRitualsSince = ({ viewer: { coupleId } }: CoupleScope, since: Date): Promise<VersionRecord[]> =>
  asWeb().rows<VersionRecord>(
    `select couple_id as "coupleId", ritual_id as "ritualId", id, version, proposer_id as "proposerId", proposed_at as "proposedAt", title,
       types::text[], weekdays, starts_on::timestamptz as "startsOn", every_weeks as "everyWeeks", time, minutes, zone, week_start as "weekStart",
       agreed_at as "agreedAt", closed_at as "closedAt", closed_by_id as "closedById", ritual_proposer_id as "ritualProposerId",
       ended_at as "endedAt", ended_by_id as "endedById", pauses
     from ritual_version
     where couple_id = $1 and (ended_at is null or ended_at >= $2::timestamptz) and (agreed_at is not null or newest)
     order by ritual_proposed_at, ritual_id, version`,
    [coupleId, since],
  )

/** A saved plan, as the view `planned` has it. `items`: where they were read. */
type PlannedRecord = {
  id: string
  ritualId: string | null
  kind: 'together' | 'errand'
  onDate: Date
  version: number
  title: string
  what: string
  place: string
  types: IntimacyType[]
  plannedOn: Date
  time: string | null
  minutes: number
  zone: string
  skipped: boolean
  tookPart: string[]
  timeChosen: boolean
  minutesChosen: boolean
  items?: unknown
}

const dated = `id, ritual_id as "ritualId", kind::text, on_date::timestamptz as "onDate", version, title, what, place, types::text[],
  planned_on::timestamptz as "plannedOn", time, minutes, zone, skipped, took_part::text[] as "tookPart", time_chosen as "timeChosen",
  minutes_chosen as "minutesChosen"`

/** The couple's saved plans from a day on, or moved away from such a day, without skipped one-offs and without items. One statement. */
export const selectPlannedFrom = ({ viewer: { coupleId } }: CoupleScope, first: Day): Promise<PlannedRecord[]> =>
  asWeb().rows<PlannedRecord>(
    `select ${dated} from planned
     where couple_id = $1 and (planned_on >= $2::date or on_date >= $2::date)
       and (ritual_id is not null or planned_on >= $2::date and not skipped)
     order by planned_on, id`,
    [coupleId, first],
  )

/**
 * The couple's saved plans on these days, or moved away from them, with items, and the first `mostLater` later one-offs, without. By
 * day. One statement.
 */
export const selectPlannedWeek = (
  { viewer: { coupleId } }: CoupleScope,
  first: Day,
  last: Day,
  mostLater: number,
): Promise<PlannedRecord[]> =>
  asWeb().rows<PlannedRecord>(
    `(select ${dated}, items from planned
     where couple_id = $1 and (planned_on between $2::date and $3::date or on_date between $2::date and $3::date)
       and (ritual_id is not null or planned_on between $2::date and $3::date))
     union all
     (select ${dated}, '[]'::jsonb from planned
     where couple_id = $1 and ritual_id is null and not skipped and planned_on > $3::date
     order by planned_on, id limit $4)
     order by "plannedOn", id`,
    [coupleId, first, last, mostLater],
  )

/** That something of a type fed a person on a day. */
type FedRecord = { personId: string; type: IntimacyType; day: Day }

/** What fed the couple on these days, each person, type and day once. Take the days from `readFed`. One statement. */
export const selectFed = ({ viewer: { coupleId } }: CoupleScope, first: Day, last: Day): Promise<FedRecord[]> =>
  asWeb().rows<FedRecord>(
    `select person_id as "personId", type::text, day::text from "feeding"
     where couple_id = $1 and day between $2::date and $3::date group by person_id, type, day`,
    [coupleId, first, last],
  )

/** Who is set for a version of a week. */
type ReadyRecord = { personId: string; version: string }

/** Who of the couple is set for which version of a week, by person. One statement. */
export const selectReady = ({ viewer: { coupleId } }: CoupleScope, week: string): Promise<ReadyRecord[]> =>
  asWeb().rows<ReadyRecord>(
    `select person_id as "personId", version from week_ready
     where couple_id = $1 and week = $2 and version is not null order by person_id`,
    [coupleId, week],
  )

/** That a person took part in a plan, on the plan's day. */
type KeptPlanRecord = { planId: string; ritualId: string | null; title: string; day: Day; personId: string }

/** Who took part in which plans of a couple on these days, by day and plan. One statement. */
export const selectKeptPlans = (_scope: Scope, coupleId: string, first: Day, last: Day): Promise<KeptPlanRecord[]> =>
  asWeb().rows<KeptPlanRecord>(
    `select plan_id as "planId", ritual_id as "ritualId", title, day::text, person_id as "personId" from kept_plan
     where couple_id = $1 and day between $2::date and $3::date order by kept_plan.day, plan_id`,
    [coupleId, first, last],
  )

/** A version of what a couple takes from a month, or the yes to it. */
type ClosingRecord = {
  month: string
  number: number
  personId: string
  closes: boolean
  focus: IntimacyType | null
  withChange: boolean
}

/** The versions of closing some months of a couple, and the yeses, by number. One statement. */
export const selectClosings = (_scope: Scope, coupleId: string, months: readonly string[]): Promise<ClosingRecord[]> =>
  asWeb().rows<ClosingRecord>(
    `select month, number, person_id as "personId", closes, focus, with_change as "withChange" from month_closing
     where couple_id = $1 and month = any($2::text[]) order by number`,
    [coupleId, months],
  )
