// What fed, opened on the device: the texts of moments and the first lines of pages, which the server can't read.
import type { Device } from '@/lib/device/device'
import type { Answer } from '@/lib/http/contract'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { firstLine } from '@/lib/journal/page'
import { leadOf } from '@/lib/journal/share'
import { fetchSharedPage } from '@/lib/journal/sharing'
import { fetchMoment } from '@/lib/moments/device'
import type { Vault } from '@/lib/vault/vault'
import { orNull } from '@/lib/http/or-null'
import { getDashboard } from './contract'
import { groupBySource, type WhatFed } from './what-fed'

export type Dashboard = Answer<typeof getDashboard>

/** Something that fed, with its text and what it links to. */
export type FedBy = WhatFed &
  Readonly<
    | { is: 'moment'; text: FeedingText }
    /** `voice`: the text is what the critical inner voice said, not the author's own view. */
    | { is: 'page' | 'reply'; pageId: string; text: FeedingText; voice: boolean }
    | { is: 'ritual'; ritualId: string; title: string }
  >

/** Empty where there is no text, null where it can't be shown. */
type FeedingText = string | null

/**
 * Fetches what fed in the last eight weeks, for whom and on which day. Throws `Problem` (not-paired), `Unreachable`.
 */
export const fetchDashboard = (device: Pick<Device, 'call'>): Promise<Dashboard> => device.call(getDashboard, {})

/** Lists what fed one type, newest first. */
export const sourcesOf = ({ feedings, people }: Dashboard, type: IntimacyType): WhatFed[] =>
  groupBySource(feedings, type, people)

/**
 * Opens the rows of some sources. Leaves out what has been removed since. Throws `Problem`, `Unreachable`,
 * `EarlierState`.
 */
export async function openFedBy(
  device: Device,
  vault: Vault,
  dashboard: Dashboard,
  sources: readonly WhatFed[],
): Promise<FedBy[]> {
  const found = await Promise.all(sources.map((source) => orNull(openSource(device, vault, dashboard, source))))
  return found.filter((fedBy) => fedBy !== null)
}

async function openSource(device: Device, vault: Vault, dashboard: Dashboard, fed: WhatFed): Promise<FedBy | null> {
  const { source, sourceId } = fed
  if (source === 'plan') {
    const plan = dashboard.plans.find(({ id }) => id === sourceId)
    return plan ? { ...fed, is: 'ritual', ritualId: plan.ritualId, title: plan.title } : null
  }
  if (source === 'moment') {
    const { opened } = await fetchMoment(device, vault, sourceId)
    return opened.is === 'removed' ? null : { ...fed, is: 'moment', text: opened.is === 'text' ? opened.text : null }
  }
  const pageId = dashboard.feedings.find((feeding) => feeding.sourceId === sourceId)?.pageId
  if (!pageId) return null
  const { opened } = await fetchSharedPage(device, vault, pageId)
  if (opened.is === 'removed') return null
  if (opened.is === 'failed') return { ...fed, is: source, pageId, text: null, voice: false }
  const { part, text } = leadOf(opened.text)
  return { ...fed, is: source, pageId, text: firstLine(text, 90), voice: part === 'voice' }
}
