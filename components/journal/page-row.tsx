'use client'
import { TypeList } from '@/components/intimacy/type-mark'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { dayOfPage, type ListedPage } from '@/lib/journal/listed-page'
import { firstWordsOf, firstWordsOfShared, TWO_LINES, type FirstWords } from '@/lib/journal/first-words'
import type { OpenedSharedPage } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { weekday } from '@/lib/time/day'
import { formatDayNumber, formatWeekday } from '@/lib/time/format'
import type { TwoPeople } from '@/components/people/two-people'
import { useUnreadableText } from '@/components/device/use-unreadable-text'
import { SharedOn } from './shared-on'
import { ShownWords } from './shown-words'
import { showBeside } from './show-beside'
import { OnlyYou, SharedWith } from './who-reads'

const hrefOf = (page: ListedPage): string =>
  page.audience === 'both' ? `/journal/shared/${page.id}` : `/journal/${page.id}`

type PageLead = Readonly<{ words: FirstWords; types: readonly IntimacyType[] }>

function leadOfPage(page: ListedPage): PageLead | null {
  if (page.opened.is !== 'text') return null
  if (page.audience === 'both') return { words: firstWordsOfShared(page.opened.text, TWO_LINES), types: page.types }
  const { writing, types } = page.opened.text
  return { words: firstWordsOf(writing, TWO_LINES), types }
}

type PageRowProps = Readonly<{
  page: ListedPage
  people: TwoPeople
  /** The shared copies of a private page: they have no rows of their own. */
  copies?: readonly OpenedSharedPage[]
  /** It is not known whether a private page is shared: its own page says what is known. */
  unsure?: boolean
  current: boolean
  /** The page is shown beside the list, in the same document. */
  beside?: boolean
}>

/** A page in the list: its day, its first words, and who reads it or when it was shared. */
export function PageRow({ page, people, copies = [], unsure = false, current, beside = false }: PageRowProps) {
  const t = useTranslations(journalMessages)
  const unread = useUnreadableText()
  const day = dayOfPage(page, people.me.zone)
  const lead = leadOfPage(page)
  // a former partner is named beside the day of that copy
  const shared = copies.find(({ coupleId }) => coupleId === people.coupleId)
  return (
    <li
      className={classes(
        'transition-colors duration-160 panes:-mx-4 panes:px-4',
        // quiet text needs more contrast on this background
        current
          ? 'panes:rounded-field panes:bg-wash panes:[--ink-3:var(--ink-2)]'
          : 'hover:panes:rounded-field hover:panes:bg-wash hover:panes:[--ink-3:var(--ink-2)]',
      )}
    >
      <Link
        href={hrefOf(page)}
        onClick={(event) => {
          if (beside) showBeside(event, hrefOf(page))
        }}
        {...(current ? { 'aria-current': 'page' as const } : {})}
        className="grid grid-cols-1 py-3.5 beside:grid-cols-[3.25rem_minmax(0,1fr)]"
      >
        <span className="flex flex-col text-smallest text-ink-3">
          <b className="text-field leading-normal text-ink">{formatDayNumber(day, people.locale)}</b>
          {formatWeekday(weekday(day), people.locale, 'short')}
        </span>
        <span className="min-w-0">
          <span
            dir="auto"
            className={classes('line-clamp-4 font-serif text-words @xs:line-clamp-2', !lead && 'text-ink-3')}
          >
            {lead ? <ShownWords words={lead.words} /> : page.opened.is === 'failed' ? unread(page.opened.code) : null}
          </span>
          <span className="mt-1.5 flex flex-wrap items-center gap-x-4.5 gap-y-1 text-small text-ink-3">
            {page.audience === 'both' ? (
              <SharedWith people={people} page={page} />
            ) : shared ? (
              <SharedWith people={people} page={shared} readers />
            ) : copies.length > 0 || unsure ? null : (
              <OnlyYou />
            )}
            {lead?.words.isVoice ? (
              <span className="inline-flex items-center gap-1.5">
                <Icon icon="quote" size={15} />
                {t('voice')}
              </span>
            ) : null}
            <TypeList locale={people.locale} types={lead?.types ?? []} />
          </span>
          {page.audience === 'me' && page.waiting ? (
            <span className="mt-1 block text-smallest text-ink-3">
              {t(page.tabOnly ? 'waitingInTab' : 'waitingPage')}
            </span>
          ) : null}
        </span>
      </Link>
      {copies.map((copy) => (
        <p key={copy.id} className="-mt-2 ps-13 pb-2">
          <SharedOn copy={copy} people={people} beside={beside} />
        </p>
      ))}
    </li>
  )
}
