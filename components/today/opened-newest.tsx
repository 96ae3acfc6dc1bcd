'use client'
import { PartnerMark } from '@/components/people/partner-mark'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { useOnReturn } from '@/components/ui/use-on-return'
import { useLoaded } from '@/components/ui/use-loaded'
import { browserDevice } from '@/lib/device/browser-device'
import type { Partner } from '@/lib/couples/people'
import { firstWordsOfShared, shortenToLine, type FirstWords } from '@/lib/journal/first-words'
import type { Wants } from '@/lib/journal/share'
import { fetchCoupleReplies, fetchSharedPages } from '@/lib/journal/sharing'
import { isMarked } from '@/lib/local-marks'
import { wantsMessages } from '@/lib/messages/rooms/wants'
import { todayMessages } from '@/lib/messages/rooms/today'
import { useTranslations } from '@/lib/messages/use-translations'
import { addDays, dayIn, type Day } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState } from '@/lib/vault/vault-error'
import { ShownWords } from '@/components/journal/shown-words'
import { WantsIcon } from '@/components/journal/shared-text'
import { readMark } from '@/components/journal/read-mark'
import { LoadFailure } from '@/components/device/load-failure'

type OpenedNewestProps = Readonly<{ vault: Vault; me: string; partner: Partner; coupleId: string; locale: string }>

/** The partner's newest page or reply that was not read in this browser yet, opened with the vault. */
export function OpenedNewest({ vault, me, partner, coupleId, locale }: OpenedNewestProps) {
  const { value, error, again } = useLoaded(coupleId, () => fetchNewest(vault, me, coupleId, partner.id))
  useOnReturn(again)
  // a failed reload keeps what is shown
  if (error && (!value || error instanceof EarlierState))
    return (
      <div className="mt-8">
        <LoadFailure error={error} onAgain={again} />
      </div>
    )
  // Usually there is nothing, so no space is reserved: removing it would move what comes below.
  if (!value) return null
  return value.newest ? <Newest newest={value.newest} partner={partner} locale={locale} /> : null
}

/** A page, with what its author wants of the reader, or a reply: its first line. */
type Unread = Readonly<{
  is: 'shared' | 'replied'
  pageId: string
  day: Day
  addedAt: string
  words: FirstWords
  wants: Wants | null
}>

async function fetchNewest(
  vault: Vault,
  me: string,
  coupleId: string,
  authorId: string,
): Promise<{ newest: Unread | null }> {
  const device = browserDevice()
  const [pages, replies] = await Promise.all([
    fetchSharedPages(device, vault, { coupleId }),
    fetchCoupleReplies(device, vault, { coupleId, limit: 10 }),
  ])
  const unread = <Row extends { id: string; authorId: string }>(row: Row) =>
    row.authorId === authorId && !isMarked(readMark(row.id, me))
  const found: Unread[] = [
    ...pages.rows.filter(unread).flatMap(({ id, day, addedAt, opened }) =>
      opened.is === 'text'
        ? [
            {
              is: 'shared' as const,
              pageId: id,
              day,
              addedAt,
              words: firstWordsOfShared(opened.text),
              wants: opened.text.wants,
            },
          ]
        : [],
    ),
    ...replies.rows.filter(unread).flatMap(({ pageId, day, addedAt, opened }) =>
      opened.is === 'text'
        ? [
            {
              is: 'replied' as const,
              pageId,
              day,
              addedAt,
              words: { text: shortenToLine(opened.text), isVoice: false },
              wants: null,
            },
          ]
        : [],
    ),
  ]
  return { newest: found.sort((a, b) => (a.addedAt < b.addedAt ? 1 : -1))[0] ?? null }
}

function Newest({
  newest: { is, pageId, day, words, wants },
  partner,
  locale,
}: {
  newest: Unread
  partner: Partner
  locale: string
}) {
  const t = useTranslations(todayMessages)
  const inWords = useTranslations(wantsMessages)
  return (
    <section aria-labelledby="newest" className="mt-8">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id="newest" className="type-heading flex min-w-0 items-center gap-2">
          <PartnerMark slot={partner.slot} />
          <span className="min-w-0 wrap-anywhere">
            {t(is, { name: partner.name, day: formatRecentDay(day, locale, t) })}
          </span>
        </h2>
        {wants ? (
          <span className="flex items-center gap-2 text-small text-ink-2">
            <WantsIcon wants={wants} size={18} />
            {inWords(wants)}
          </span>
        ) : null}
      </div>
      <p dir="auto" className="type-letter mt-2.5 line-clamp-4">
        <ShownWords words={words} />
      </p>
      <Link
        href={`/journal/shared/${pageId}`}
        className="reach mt-1 gap-1.5 text-small font-strong text-ink-2 hover:text-ink"
      >
        {t(is === 'shared' ? 'sharedRead' : 'repliedRead')}
        <Icon icon="chevron-right" size={16} />
      </Link>
    </section>
  )
}

function formatRecentDay(day: Day, locale: string, t: (key: 'sharedToday' | 'sharedYesterday') => string): string {
  const { present, zone } = browserDevice()
  const today = dayIn(present(), zone())
  return day === today
    ? t('sharedToday')
    : day === addDays(today, -1)
      ? t('sharedYesterday')
      : formatDay(day, locale, today)
}
