'use client'
import { TypeList } from '@/components/intimacy/type-mark'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { dayOfPage, type ListedPage } from '@/lib/journal/listed-page'
import { firstWordsOf, firstWordsOfShared, TWO_LINES, type FirstWords } from '@/lib/journal/first-words'
import type { OpenedSharedPage } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { weekday } from '@/lib/time/day'
import { formatDayNumber, formatWeekday } from '@/lib/time/format'
import { BothMarks } from '@/components/people/partner-mark'
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
        'relative transition-colors duration-160 panes:-mx-4 panes:px-4',
        // quiet text needs more contrast on this background
        current
          ? 'panes:rounded-field panes:bg-wash panes:[--ink-3:var(--ink-2)]'
          : 'hover:panes:rounded-field hover:panes:bg-wash hover:panes:[--ink-3:var(--ink-2)]',
      )}
    >
      <div className="grid grid-cols-1 py-3.5 beside:grid-cols-[3.25rem_minmax(0,1fr)]">
        <span className="flex flex-col text-smallest text-ink-3">
          <b className="text-field leading-normal text-ink">{formatDayNumber(day, people.locale)}</b>
          {formatWeekday(weekday(day), people.locale, 'short')}
        </span>
        <div className="min-w-0">
          {/* the words are the link, and the whole row takes its taps */}
          <Link
            href={hrefOf(page)}
            onClick={(event) => {
              if (beside) showBeside(event, hrefOf(page))
            }}
            {...(current ? { 'aria-current': 'page' as const } : {})}
            dir="auto"
            className={classes(
              'block font-serif text-words wrap-anywhere after:absolute after:inset-0',
              !lead && 'text-ink-3',
            )}
          >
            {lead ? <ShownWords words={lead.words} /> : page.opened.is === 'failed' ? unread(page.opened.code) : null}
          </Link>
          <p
            className={classes(
              'flex max-w-none flex-wrap items-center gap-x-4.5 text-small text-ink-3',
              copies.length > 0 ? 'mt-3' : 'mt-1.5',
              copies.length > 1 ? 'gap-y-6' : 'gap-y-1',
            )}
          >
            {page.audience === 'both' ? (
              <SharedWith people={people} page={page} />
            ) : shared ? (
              // the day says that both read it; the names are for who hears the row
              <span className="inline-flex items-baseline gap-2">
                <BothMarks />
                <VisuallyHidden>{t('youAnd', { name: people.partner?.name ?? '' })}</VisuallyHidden>
                <SharedOn copy={shared} people={people} beside={beside} inRow />
              </span>
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
            {copies
              .filter((copy) => copy !== shared)
              .map((copy) => (
                <SharedOn key={copy.id} copy={copy} people={people} beside={beside} inRow />
              ))}
          </p>
          {page.audience === 'me' && page.waiting ? (
            <p className="mt-1 text-smallest text-ink-3">{t(page.tabOnly ? 'waitingInTab' : 'waitingPage')}</p>
          ) : null}
        </div>
      </div>
    </li>
  )
}
