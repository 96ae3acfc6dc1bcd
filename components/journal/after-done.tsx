'use client'
import { FailureNotice } from '@/components/device/failure-notice'
import { TypeList } from '@/components/intimacy/type-mark'
import { LinkButton, TextLink } from '@/components/ui/links'
import { Unreachable } from '@/lib/http/call'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatDay, formatShortDay } from '@/lib/time/format'
import { fitsButton } from '@/lib/couples/people'
import type { Vault } from '@/lib/vault/vault'
import { DayCountOffer } from './day-count-offer'
import { failureOf } from './failure'
import { useToday } from '@/components/people/use-today'
import type { TwoPeople } from '@/components/people/two-people'
import { OwnWriting } from './own-writing'
import { usePageTime } from './page-time'
import { SharedOn } from './shared-on'
import { useCopies } from './use-copies'
import type { FinishedPage } from './just-finished'
import { useJournalList } from './use-journal-list'
import { OnlyYou } from './who-reads'

// One function for every render: React calls a new ref callback again, which would take the focus back.
const focusHeading = (heading: HTMLElement | null) => heading?.focus()

type AfterDoneProps = Readonly<{
  vault: Vault
  people: TwoPeople
  finished: FinishedPage
  edited: boolean
  /** Whether the page is shown at its own address. Where it is not, Back must not lead to the empty page there. */
  atOwnAddress?: boolean
}>

/**
 * Shown after *Done*: where the page is, the page as it will be read, and for two people the ways on, side by side.
 * Nothing else is asked. A page that was edited has no ways on.
 */
export function AfterDone({ vault, people, finished, edited, atOwnAddress = false }: AfterDoneProps) {
  const { id, page, outcome, isStored } = finished
  const t = useTranslations(journalMessages, 'after')
  const inWords = usePageTime(people)
  const today = useToday()
  const inJournal = useTranslations(journalMessages)
  const hasFailed = outcome.failure !== null
  const listed = useJournalList(vault, hasFailed).pages.find((each) => each.id === id)
  // The page is sent by itself when the device is online again.
  const unsent = hasFailed && !(listed?.audience === 'me' && !listed.waiting)
  // A page that was refused isn't sent by being online again: the screen says why instead.
  const refusal = unsent && !(outcome.failure instanceof Unreachable) ? outcome.failure : null
  const [stored, inTab] = refusal ? (['notSent', 'notSentInTab'] as const) : (['waiting', 'waitingInTab'] as const)
  const { copies, withheld } = useCopies(vault, { id, page: edited ? page : null, isPaired: people.partner !== null })
  const { partner, coupleId } = people
  const addedAt = listed?.addedAt ?? finished.addedAt
  return (
    <div className="pt-2">
      <h1 tabIndex={-1} ref={focusHeading} className="type-lede">
        {unsent ? t(isStored ? stored : inTab) : t('kept')}
      </h1>
      <FailureNotice error={refusal} failureOf={failureOf} className="mt-4" />
      {outcome.twice.length > 0 ? <p className="mt-2 text-small text-ink-2">{t('twice')}</p> : null}
      <article aria-label={inJournal('write.page')} className="mt-6 border-t border-line pt-5">
        <h2 className="text-small font-strong text-ink-3">
          {addedAt ? inWords(page.day, addedAt) : formatDay(page.day, people.locale, today)}
        </h2>
        <div className="mt-4">
          <OwnWriting page={page} people={people} justFinished />
        </div>
        <div className="mt-4 flex min-h-11 flex-wrap items-center gap-x-5 gap-y-1.5 text-small text-ink-3">
          {!edited || (copies?.length === 0 && withheld.length === 0) ? <OnlyYou /> : null}
          {copies?.map((copy) => (
            <SharedOn key={copy.id} copy={copy} people={people} />
          ))}
          {withheld.map(({ id: copyId, day }) => (
            <span key={copyId}>{inJournal('withheld', { day: formatShortDay(day, people.locale, today) })}</span>
          ))}
          <TypeList locale={people.locale} types={page.types} />
        </div>
      </article>
      {/* Sharing opens another page, which needs the server, and a tab that holds the page must stay. */}
      {!edited && !unsent && partner && coupleId ? (
        <DayCountOffer
          vault={vault}
          coupleId={coupleId}
          partner={partner}
          locale={people.locale}
          pageId={id}
          day={page.day}
          types={page.types}
        >
          <LinkButton className="wrap-anywhere" replace={!atOwnAddress} href={`/journal/${id}/share`}>
            {fitsButton(partner.name) ? inJournal('shareWith', { name: partner.name }) : inJournal('shareShort')}
          </LinkButton>
        </DayCountOffer>
      ) : null}
      <TextLink alone className="mt-4" href="/journal">
        {t('journal')}
      </TextLink>
    </div>
  )
}
