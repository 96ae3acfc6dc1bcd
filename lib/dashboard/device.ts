// What fed, opened on the device: the texts of moments and the first lines of pages, which the server can't read.
import type { Device } from '@/lib/device/device'
import type { Answer } from '@/lib/http/contract'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { firstWordsOfShared, shortenToLine, TWO_LINES, type FirstWords } from '@/lib/journal/first-words'
import { fetchReplies, fetchSharedPage, type OpenedReply, type OpenedSharedPage } from '@/lib/journal/sharing'
import { fetchMoment, type OpenedMoment } from '@/lib/moments/device'
import { fetchLinesBetween } from '@/lib/plans/line'
import { linesShown, type ShownLine } from '@/lib/plans/lines-shown'
import { DAYS_APART } from '@/lib/plans/upcoming-plans'
import { addDays, type Day } from '@/lib/time/day'
import type { Vault } from '@/lib/vault/vault'
import { orNull } from '@/lib/http/or-null'
import { getDashboard } from './contract'
import { groupBySource, type WhatFed } from './what-fed'

/** What fed, as far back as it was fetched. `window`: the day before which its oldest weeks end; null for the last ones. */
export type Dashboard = Answer<typeof getDashboard> & Readonly<{ window: Day | null }>

/** How many weeks are fetched at a time, before the last eight. */
const EARLIER_WEEKS = 26

/** Something that fed, with its text and what it links to. */
export type FedBy = WhatFed &
  Readonly<
    | { is: 'moment'; text: FeedingText; moment: OpenedMoment }
    /** `words`: the first ones; null where they can't be shown, like `authorId`, who shared it, by its signature. */
    | { is: 'page'; pageId: string; authorId: string | null; words: FirstWords | null }
    /** `text`: the first words of the reply; `words`: those of the page that it answers. */
    | { is: 'reply'; pageId: string; authorId: string | null; text: FeedingText; words: FirstWords | null }
    /** `ritualId`: null for a one-off. `lines`: what the two remember it by. */
    | { is: 'plan'; planId: string; ritualId: string | null; title: string; lines: readonly ShownLine[] }
  >

/** Empty where there is no text, null where it can't be shown. */
type FeedingText = string | null

/**
 * Fetches what fed in the last eight weeks, for whom and on which day: the newest rows, or those after `before`, joined to
 * it. After the last of them come those of earlier weeks. Throws `Problem` (not-paired), `Unreachable`.
 */
export async function fetchDashboard(
  device: Pick<Device, 'call'>,
  before: Dashboard | null = null,
): Promise<Dashboard> {
  const window = before && (before.next === null ? before.first : before.window)
  const { feedings, plans, first, ...rest } = await device.call(getDashboard, {
    ...(window === null ? {} : { before: window, weeks: EARLIER_WEEKS }),
    ...(before?.next ? { after: before.next } : {}),
  })
  return {
    ...rest,
    // what was asked for decides where the weeks before these end
    first: window === null ? first : addDays(window, -7 * EARLIER_WEEKS),
    window,
    feedings: [...(before?.feedings ?? []), ...feedings.filter(({ day }) => window === null || day < window)],
    plans: [...(before?.plans ?? []), ...plans],
  }
}

/** Whether everything was fetched that fed since the day on which the two paired. */
export const isWhole = ({ next, first }: Dashboard, startedOn: Day): boolean => next === null && first <= startedOn

/** Lists what fed a type, or any of the five, newest first. */
export const sourcesOf = ({ feedings, people }: Dashboard, type: IntimacyType | null = null): WhatFed[] =>
  groupBySource(feedings, people).filter(({ types }) => type === null || types.includes(type))

/**
 * Opens the rows of some sources. Leaves out what has been removed since, and shows no text where the row says
 * something else than the dashboard. Throws `Problem`, `Unreachable`, `EarlierState`.
 */
export async function openFedBy(
  device: Device,
  vault: Vault,
  dashboard: Dashboard,
  sources: readonly WhatFed[],
): Promise<FedBy[]> {
  const lines = fetchLinesOf(device, vault, sources)
  lines.catch(() => {}) // a plan awaits it
  const found = await Promise.all(
    sources.map((source) => orNull(openSource(device, vault, { dashboard, lines }, source))),
  )
  return found.filter((fedBy) => fedBy !== null)
}

/** Plans that are so many days apart share a request. */
const NEAR = 31

/**
 * Fetches the lines of all plans among some sources: those of their days, and of the days between plans that are near each
 * other, so that two plans years apart don't fetch the years between.
 */
async function fetchLinesOf(device: Device, vault: Vault, sources: readonly WhatFed[]): Promise<readonly ShownLine[]> {
  const days = sources.flatMap(({ source, fedBy }) => (source === 'plan' ? fedBy.map(({ day }) => day) : [])).sort()
  const coupleId = vault.keyring.partner?.pair
  if (coupleId === undefined) return []
  const spans: { first: Day; last: Day }[] = []
  for (const day of days) {
    const near = spans.at(-1)
    if (near && day <= addDays(near.last, NEAR)) near.last = day
    else spans.push({ first: day, last: day })
  }
  const found = await Promise.all(
    spans.map(({ first, last }) =>
      // a plan is on another day for a person in another zone
      fetchLinesBetween(device, vault, { coupleId, from: addDays(first, -DAYS_APART), to: addDays(last, DAYS_APART) }),
    ),
  )
  return linesShown(found.flat())
}

type FeedingRow = Readonly<{ authorId: string; day: Day; types: readonly IntimacyType[] }>

/** Whether a signed row says the same as the dashboard: what it feeds, on which day, and whom. */
const isSame = (fed: WhatFed, { authorId, day, types }: FeedingRow, both = false): boolean =>
  fed.types.every((type) => types.includes(type)) &&
  fed.fedBy.every((part) => part.day === day && (both || part.personId === authorId))

async function openSource(
  device: Device,
  vault: Vault,
  { dashboard, lines }: Readonly<{ dashboard: Dashboard; lines: Promise<readonly ShownLine[]> }>,
  fed: WhatFed,
): Promise<FedBy | null> {
  const { source, sourceId } = fed
  if (source === 'plan') {
    const plan = dashboard.plans.find(({ id }) => id === sourceId)
    if (!plan) return null
    const own = (await lines).filter(({ planId }) => planId === plan.id)
    return { ...fed, is: 'plan', planId: plan.id, ritualId: plan.ritualId, title: plan.title, lines: own }
  }
  if (source === 'moment') {
    const moment = await fetchMoment(device, vault, sourceId)
    const { opened } = moment
    if (opened.is === 'removed') return null
    const isShown = opened.is === 'text' && isSame(fed, moment, moment.who === 'both')
    return { ...fed, is: 'moment', text: isShown ? opened.text : null, moment }
  }
  const pageId = dashboard.feedings.find((feeding) => feeding.sourceId === sourceId)?.pageId
  if (!pageId) return null
  const page = await fetchSharedPage(device, vault, pageId)
  const { opened } = page
  if (opened.is === 'removed') return null
  const words = opened.is === 'text' ? firstWordsOfShared(opened.text, TWO_LINES) : null
  if (source === 'page') {
    const isShown = words !== null && isSame(fed, page)
    return { ...fed, is: 'page', pageId, authorId: isShown ? page.authorId : null, words: isShown ? words : null }
  }
  const reply = await findReply(device, vault, page, sourceId)
  if (!reply) return null
  if (reply.opened.is !== 'text' || words === null || !isSame(fed, { ...reply, types: page.types }))
    return { ...fed, is: 'reply', pageId, authorId: null, text: null, words: null }
  const text = shortenToLine(reply.opened.text, TWO_LINES)
  return { ...fed, is: 'reply', pageId, authorId: reply.authorId, text, words }
}

/** Finds a reply to a page; null where it was removed since. */
async function findReply(
  device: Device,
  vault: Vault,
  page: OpenedSharedPage,
  id: string,
): Promise<OpenedReply | null> {
  for (let after: string | undefined, more = true; more; ) {
    const { rows, next } = await fetchReplies(device, vault, page, after)
    const reply = rows.find((each) => each.id === id)
    if (reply) return reply.opened.is === 'removed' ? null : reply
    if (rows.length === 0) return null
    after = next ?? undefined
    more = next !== null
  }
  return null
}
