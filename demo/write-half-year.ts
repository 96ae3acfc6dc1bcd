// Writes the half year through two devices: the code of the browsers, over HTTP, on a clock that is moved from act to act.
import { sendSparePageSaved } from '@/lib/accounts/spare-page'
import { readOpenedIndex } from '@/lib/device/opened-index'
import { fetchCoupleReplies, fetchSharedPages } from '@/lib/journal/sharing'
import { readMark } from '@/components/journal/read-mark'
import { fetchLines } from '@/lib/plans/line'
import { fetchMoments } from '@/lib/moments/device'
import { newCouple, type Couple, type TestPerson } from '@/lib/testing/people'
import type { ServedApp } from '@/lib/testing/served'
import { until } from '@/lib/testing/until'
import { randomUuid } from '@/lib/vault/primitives'
import type { StoryAct } from './acts.ts'
import { storyCalendar, zones, type StoryCalendar, type Who } from './calendar.ts'
import { emailOf, type Demo, type DemoPerson } from './folder.ts'
import { perform } from './perform.ts'

type WrittenInto = Pick<ServedApp, 'origin' | 'now' | 'at'>

/** What one did in so many hours before the end is new to the other. */
const NEW_FOR_HOURS = 30

/**
 * Writes the story of a half year that ends at `now` into an app without people, whose clock it moves; a test
 * may `end` earlier. Returns the two, and how many acts there were.
 */
export async function writeHalfYear(
  app: WrittenInto,
  now: Date,
  story: (calendar: StoryCalendar) => readonly StoryAct[],
  end = now,
): Promise<Demo & { count: number }> {
  const calendar = storyCalendar(now)
  let shown = calendar.instantAt([0, 'Mon', '20:30'], 'vera')
  const clock = {
    now: () => shown,
    moveTo: async (instant: Date) => {
      shown = instant
      await app.at(instant.toISOString())
    },
  }
  await clock.moveTo(shown)
  const couple = await newCouple(app, {
    a: { ...personOf('vera', 'Vera'), label: 'Firefox on Linux', clock: clock.now },
    b: { ...personOf('simon', 'Simón'), label: 'Safari on iPhone', clock: clock.now },
  })
  for (const { device, vault } of [couple.a, couple.b]) await sendSparePageSaved(device, vault())
  const count = await perform({ couple, calendar, clock, acts: story(calendar), end })
  await clock.moveTo(end)
  const people = [await readAll(couple, 'vera', end), await readAll(couple, 'simon', end)]
  return { endsAt: end.toISOString(), people, count }
}

/** Weeks begin on Monday for both: the inviter's language says so. */
const personOf = (who: Who, name: string) => ({
  name,
  email: emailOf(who),
  phrase: `${who} ${randomUuid()}`,
  zone: zones[who],
  locale: 'en-GB',
})

/** Opens everything once on the person's device, as if they had read it all but for what is new. */
async function readAll({ id: coupleId, a, b }: Couple, who: Who, now: Date): Promise<DemoPerson> {
  const me = who === 'vera' ? a : b
  const { device, id, name, email, phrase } = me
  const read = [
    ...(await allOf((after) => fetchSharedPages(device, me.vault(), { coupleId, ...after }))),
    ...(await allOf((after) => fetchCoupleReplies(device, me.vault(), { coupleId, limit: 100, ...after }))),
  ]
  const rest = [
    ...(await allOf((after) => fetchMoments(device, me.vault(), { coupleId, limit: 100, ...after }))),
    ...(await allOf((after) => fetchLines(device, me.vault(), { coupleId, limit: 100, ...after }))),
  ]
  await until('the device has noted what was opened on it', async () => {
    const noted = new Set((await readOpenedIndex(device, me.vault())).map((row) => row.id))
    return [...read, ...rest].every((row) => noted.has(row.id))
  })
  const before = new Date(now.getTime() - NEW_FOR_HOURS * 3_600_000).toISOString()
  return {
    ...{ who, id, name, email, phrase },
    ...(await storedBy(me)),
    marks: read.filter((row) => row.authorId !== id && row.addedAt < before).map((row) => readMark(row.id, id)),
  }
}

const storedBy = async ({ device: { store }, id }: TestPerson) => ({
  floors: await store.floors(id),
  index: await store.index(id),
})

async function allOf<Row>(
  fetchSome: (after: { after?: string }) => Promise<{ rows: Row[]; next: string | null }>,
): Promise<Row[]> {
  const found: Row[] = []
  for (let after: { after?: string } | null = {}; after !== null; ) {
    const { rows, next } = await fetchSome(after)
    found.push(...rows)
    after = next === null ? null : { after: next }
  }
  return found
}
