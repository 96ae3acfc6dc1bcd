import { describe, expect, test } from 'vitest'
import type { PlanName, StoryAct } from '../acts'
import { storyCalendar, zones } from '../calendar'
import { paragraphs } from '../paragraphs'
import { daysFrom, parseDay } from '@/lib/time/day'
import { instantOf, parseWallTime } from '@/lib/time/wall-time'
import { lookedMonths } from './months'
import { story } from './story'

/** The demo may be started on any day and at any hour. */
const starts = daysFrom(parseDay('2026-01-01'), parseDay('2027-12-31')).flatMap((day, place) =>
  place % 3 === 0
    ? [instantOf(day, parseWallTime(['00:20', '09:00', '14:10', '23:50'][(place / 3) % 4] ?? ''), zones.vera)]
    : [],
)
const calendars = starts.map(storyCalendar)

const past = (calendar: (typeof calendars)[number]) =>
  story(calendar)
    .map((act) => ({ act, instant: calendar.instantAt(act.when, act.by) }))
    .filter(({ instant }) => instant < calendar.now)
    .sort((a, b) => a.instant.getTime() - b.instant.getTime())

const words = (act: StoryAct): string =>
  paragraphs(act.is === 'page' || act.is === 'reply' ? act.text : act.is === 'moment' ? act.words : '')

describe('whenever the demo is started', () => {
  test('the half year ends today and has a change of clocks', () => {
    for (const { first, today, clockChanges } of calendars) {
      const days = daysFrom(first, today).length
      expect(days).toBeGreaterThan(182)
      expect(days).toBeLessThan(190)
      expect(clockChanges.length).toBeGreaterThan(0)
    }
  })

  test('a reply comes after its page, and by the other', () => {
    for (const calendar of calendars) {
      const writers = new Map<string, string>()
      for (const { act } of past(calendar)) {
        if (act.is === 'reply' && writers.get(act.to) === undefined) throw new Error(`${act.to} at ${calendar.today}`)
        if ((act.is === 'page' || act.is === 'voice') && act.named) writers.set(act.named, act.by)
      }
    }
  })

  test('each has written something since yesterday, and a plan or the date of a ritual is close', () => {
    for (const calendar of calendars) {
      const hoursAgo = (instant: Date) => (calendar.now.getTime() - instant.getTime()) / 3_600_000
      const fresh = past(calendar).filter(
        ({ act, instant }) => act.is === 'page' && act.shares && hoursAgo(instant) < 26,
      )
      expect(new Set(fresh.map(({ act }) => act.by))).toEqual(new Set(['vera', 'simon']))
      const film = story(calendar).find((act) => act.is === 'plan' && act.named === 'film')
      if (film?.is !== 'plan') throw new Error('There is no film.')
      const hours = -hoursAgo(calendar.instantAt(film.plan.on, film.by))
      expect([hours >= 1, hours <= 49]).toEqual([true, true])
    }
  })

  test('plans are changed before they begin, and remembered afterwards', () => {
    for (const calendar of calendars) {
      const starts = new Map<string, Date>()
      const terms: (StoryAct & { is: 'proposal' | 'suggestion' })[] = []
      const startOf = (name: PlanName): Date => {
        const changed = starts.get(String(name))
        if (changed || typeof name === 'string') return changed ?? new Date(Number.NaN)
        const [ritual, week, day] = name
        const held = terms.findLast((act) => {
          const [fromWeek, fromDay] = act.terms.from
          return act.ritual === ritual && calendar.dayOf(fromWeek, fromDay) <= calendar.dayOf(week, day)
        })
        if (!held) throw new Error(`There are no terms for ${String(name)}.`)
        return calendar.instantAt([week, day, held.terms.time], held.by)
      }
      for (const { act, instant } of past(calendar)) {
        if (act.is === 'proposal' || act.is === 'suggestion') terms.push(act)
        if (act.is === 'plan' && act.plan.on.at(-1) !== '')
          starts.set(act.named, calendar.instantAt(act.plan.on, act.by))
        if (act.is === 'change' || act.is === 'item') expect(startOf(act.of) > instant).toBe(true)
        if (act.is === 'kept')
          expect([act.of, calendar.today, startOf(act.of) < instant]).toEqual([act.of, calendar.today, true])
        if (act.is === 'change' && act.change.to && act.change.time)
          starts.set(String(act.of), calendar.instantAt([...act.change.to, act.change.time], 'simon'))
      }
    }
  })

  test('four months or more are closed, each with notes of its own, the hard one among them', () => {
    for (const calendar of calendars) {
      const closed = lookedMonths(calendar)
      expect(closed.length).toBeGreaterThan(3)
      expect(new Set(closed.map(({ looked }) => looked)).size).toBe(closed.length)
      expect(closed.some(({ looked }) => looked.until === 95)).toBe(true)
    }
  })
})

describe('the text', () => {
  const acts = past(storyCalendar(new Date('2026-11-28T22:00:00Z'))).map(({ act }) => act)
  const count = (is: StoryAct['is'], ...more: StoryAct['is'][]) =>
    acts.filter((act) => [is, ...more].includes(act.is)).length

  test('is half a year of two people', () => {
    expect(count('page', 'voice')).toBeGreaterThanOrEqual(40)
    expect(count('moment')).toBeGreaterThanOrEqual(60)
    expect(new Set(acts.flatMap((act) => (act.is === 'kept' ? [String(act.of)] : []))).size).toBeGreaterThanOrEqual(30)
    expect(acts.some((act) => act.is === 'change' && act.change.skipped)).toBe(true)
    expect(acts.some((act) => act.is === 'change' && act.change.to)).toBe(true)
    expect(count('suggestion')).toBe(2)
  })

  test('nothing is written twice', () => {
    const all = acts.map(words).filter((text) => text !== '')
    expect(all.filter((text, place) => all.indexOf(text) < place)).toEqual([])
  })

  test('one voice is answered again and again, and is believed less and less', () => {
    const beliefs = acts.flatMap((act) => (act.is === 'voice' ? [act.voice] : []))
    expect(beliefs.length).toBeGreaterThanOrEqual(6)
    for (const { before, after } of beliefs) expect(after).toBeLessThan(before)
    expect(beliefs.at(-1)?.after).toBeLessThan(20)
  })

  test('little is written in the quiet weeks', () => {
    const calendar = storyCalendar(new Date('2026-11-28T22:00:00Z'))
    const quiet = past(calendar).filter(
      ({ act, instant }) =>
        act.is === 'page' &&
        instant >= calendar.instantAt([17, 'Mon', '00:00'], 'vera') &&
        instant < calendar.instantAt([22, 'Mon', '00:00'], 'vera'),
    )
    expect(quiet.length).toBeLessThan(8)
  })
})
