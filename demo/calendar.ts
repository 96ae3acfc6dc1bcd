// Which days the half year has. It ends today: week 26 is the present one, and week 0 begins 26 weeks before it.
import { parseZone, type Zone } from '@/lib/time/zone'
import { offsetMinutes } from '@/lib/time/zone'
import { addDays, dayIn, daysFrom, type Day } from '@/lib/time/day'
import { instantOf, parseWallTime } from '@/lib/time/wall-time'
import { weekOf, type Week } from '@/lib/time/week'

export type Who = 'vera' | 'simon'

/** One of these two changes its clocks in every half year. */
export const zones: Readonly<Record<Who, Zone>> = {
  vera: parseZone('Europe/Lisbon'),
  simon: parseZone('America/Santiago'),
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
export type DayOfWeek = (typeof WEEKDAYS)[number]

/** A week of the story, a weekday and a time, or a real day and a time: by the clock of the person who acts. */
export type StoryTime = readonly [week: number, day: DayOfWeek, time: string] | readonly [day: Day, time: string]

export const LAST_WEEK = 26

/** A night on which a person's clocks changed. Hours between the two, before and after. */
type ClockChange = Readonly<{ who: Who; day: Day; before: number; after: number }>

export type StoryCalendar = Readonly<{
  now: Date
  /** By Vera's clock. */
  today: Day
  first: Day
  dayOf: (week: number, day: DayOfWeek) => Day
  weekAt: (week: number) => Week
  instantAt: (time: StoryTime, who: Who) => Date
  /** The last time, and the next, at which a person's clock shows `time`. */
  lastAt: (who: Who, time: string) => StoryTime
  nextAt: (who: Who, time: string) => readonly [day: Day, time: string]
  clockChanges: readonly ClockChange[]
}>

/** Makes the calendar of a half year that ends at `now`. */
export function storyCalendar(now: Date): StoryCalendar {
  const today = dayIn(now, zones.vera)
  const first = addDays(weekOf(today, 1).first, -7 * LAST_WEEK)
  const dayOf = (week: number, day: DayOfWeek) => addDays(first, 7 * week + WEEKDAYS.indexOf(day))
  const instantOn = (day: Day, time: string, who: Who) => instantOf(day, parseWallTime(time), zones[who])
  const hourAgo = new Date(now.getTime() - 3_600_000)
  const inAnHour = new Date(now.getTime() + 3_600_000)
  return {
    now,
    today,
    first,
    dayOf,
    weekAt: (week) => weekOf(dayOf(week, 'Mon'), 1),
    instantAt: (time, who) =>
      time.length === 3 ? instantOn(dayOf(time[0], time[1]), time[2], who) : instantOn(time[0], time[1], who),
    lastAt: (who, time) => {
      const day = dayIn(hourAgo, zones[who])
      return [instantOn(day, time, who) <= hourAgo ? day : addDays(day, -1), time]
    },
    nextAt: (who, time) => {
      const day = dayIn(inAnHour, zones[who])
      return [instantOn(day, time, who) >= inAnHour ? day : addDays(day, 1), time]
    },
    clockChanges: (['vera', 'simon'] as const).flatMap((who) => changesOf(who, first, today)),
  }
}

function changesOf(who: Who, first: Day, last: Day): ClockChange[] {
  const noon = (day: Day) => instantOf(day, parseWallTime('12:00'), zones[who])
  const apartOn = (day: Day) =>
    Math.abs(offsetMinutes(zones.vera, noon(day)) - offsetMinutes(zones.simon, noon(day))) / 60
  const offsetOn = (day: Day) => offsetMinutes(zones[who], noon(day))
  return daysFrom(addDays(first, 1), last)
    .filter((day) => offsetOn(day) !== offsetOn(addDays(day, -1)))
    .map((day) => ({ who, day, before: apartOn(addDays(day, -1)), after: apartOn(day) }))
}
