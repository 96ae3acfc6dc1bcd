'use client'
import { useEffect, type ReactNode } from 'react'
import { ShownWords } from '@/components/journal/shown-words'
import { WantsIcon } from '@/components/journal/wants-icon'
import { LoadFailure } from '@/components/device/load-failure'
import { useLoaded } from '@/components/ui/use-loaded'
import { useOnReturn } from '@/components/ui/use-on-return'
import { browserDevice } from '@/lib/device/browser-device'
import { firstLineOfShared, firstWordsOfShared, shortenToLine, TWO_LINES } from '@/lib/journal/first-words'
import type { Wants } from '@/lib/journal/share'
import { fetchCoupleReplies, fetchSharedPages, type OpenedSharedPage } from '@/lib/journal/sharing'
import { wantsMessages } from '@/lib/messages/rooms/wants'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState } from '@/lib/vault/vault-error'
import type { PartnerAct } from '@/lib/journal/partner-acts'

/**
 * What is known of an act once the journal is open. `gone`: taken back or removed meanwhile.
 */
export type ActWords =
  /** `under`: a line under what was done. `line`: the first words. */
  | Readonly<{ is: 'page'; under: ReactNode; body: ReactNode; line: string }>
  /** `about`: the first line of the page that it answers; empty if it is not at hand. */
  | Readonly<{ is: 'reply'; under: ReactNode; body: ReactNode; line: string; about: string }>
  | Readonly<{ is: 'gone' }>
  | Readonly<{ is: 'unopened' }>

type ActWordsProps = Readonly<{
  vault: Vault
  acts: readonly PartnerAct[]
  coupleId: string
  partnerId: string
  onWords: (words: ReadonlyMap<string, ActWords>) => void
}>

/** What the author of a page wants of its reader. */
function Wanted({ wants }: { wants: Wants }) {
  const t = useTranslations(wantsMessages)
  return (
    <span className="inline-flex items-center gap-2">
      <WantsIcon wants={wants} size={18} />
      {t(`reader.${wants}`)}
    </span>
  )
}

/** As many characters as fit one line of a row on a phone, and two where it is 320 px wide. */
const ONE_LINE = 40

/** How many replies are opened at once: those of both people. */
const REPLIES = 20

/**
 * Opens the words of the acts, and shows nothing but a failure. It asks for the same rows whatever was read in this
 * browser, so that no request tells.
 */
export function OpenActWords({ vault, acts, coupleId, partnerId, onWords }: ActWordsProps) {
  const key = acts.map(({ id }) => id).join()
  const { value, error, again } = useLoaded(
    `${coupleId} ${key}`,
    () => fetchWords(vault, acts, coupleId, partnerId),
    vault,
  )
  useOnReturn(again)
  useEffect(() => {
    if (value) onWords(value)
  }, [value, onWords])
  // a failed reload keeps what is shown
  return error && (!value || error instanceof EarlierState) ? <LoadFailure error={error} onAgain={again} /> : null
}

async function fetchWords(
  vault: Vault,
  acts: readonly PartnerAct[],
  coupleId: string,
  partnerId: string,
): Promise<ReadonlyMap<string, ActWords>> {
  const device = browserDevice()
  const [pages, replies] = await Promise.all([
    fetchSharedPages(device, vault, { coupleId }),
    fetchCoupleReplies(device, vault, { coupleId, limit: REPLIES }),
  ])
  const leadOfPage = (page: OpenedSharedPage | undefined) =>
    page?.opened.is === 'text' ? firstLineOfShared(page.opened.text, ONE_LINE) : ''
  const wordsOf = (act: PartnerAct): ActWords | null => {
    if (act.is === 'terms') return null
    const row = (act.is === 'page' ? pages : replies).rows.find(({ id }) => id === act.id)
    if (!row) return { is: 'unopened' } // older than what was fetched
    if (row.opened.is === 'removed') return { is: 'gone' }
    // whose it is comes from the signature alone
    if (row.opened.is === 'failed' || row.authorId !== partnerId) return { is: 'unopened' }
    const { text } = row.opened
    if (typeof text !== 'string')
      return {
        is: 'page',
        under: <Wanted wants={text.wants} />,
        body: <ShownWords words={firstWordsOfShared(text, TWO_LINES)} />,
        line: firstWordsOfShared(text, ONE_LINE).text,
      }
    const pageId = 'pageId' in row ? row.pageId : ''
    const about = leadOfPage(pages.rows.find(({ id }) => id === pageId))
    return {
      is: 'reply',
      under: <bdi className="type-voice">{about}</bdi>,
      body: shortenToLine(text, TWO_LINES),
      line: shortenToLine(text, ONE_LINE),
      about,
    }
  }
  return new Map(
    acts.flatMap((act) => {
      const words = wordsOf(act)
      return words ? [[act.id, words] as const] : []
    }),
  )
}
