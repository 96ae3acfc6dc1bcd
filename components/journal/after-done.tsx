'use client'
import { SparePageOffer } from '@/components/accounts/spare-page-offer'
import { useSparePageOffer } from '@/components/accounts/use-spare-page-offer'
import { FailureNotice } from '@/components/device/failure-notice'
import { LinkButton, TextLink } from '@/components/ui/links'
import { Unreachable } from '@/lib/http/call'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { DayCountOffer } from './day-count-offer'
import { failureOf } from './failure'
import type { TwoPeople } from '@/components/people/two-people'
import type { FinishedPage } from './use-finishing'
import { useJournalList } from './use-journal-list'
import { OnlyYou } from './who-reads'

// One function for every render: React calls a new ref callback again, which would take the focus back.
const focusHeading = (heading: HTMLElement | null) => heading?.focus()

type AfterDoneProps = Readonly<{ vault: Vault; people: TwoPeople; finished: FinishedPage; edited: boolean }>

/**
 * Shown after *Done*: where the page is, the offer to let the day count, and the offer of a spare page until it is put
 * off.
 */
export function AfterDone({ vault, people, finished: { id, page, outcome, isStored }, edited }: AfterDoneProps) {
  const t = useTranslations(journalMessages, 'after')
  const spare = useSparePageOffer(vault, 'page')
  const hasFailed = outcome.failure !== null
  const listed = useJournalList(vault, hasFailed).pages.find((each) => each.id === id)
  // Offline the spare page is not offered. The page is sent by itself when the device is online again.
  const unsent = hasFailed && !(listed?.audience === 'me' && !listed.waiting)
  // A page that was refused isn't sent by being online again: the screen says why instead.
  const refusal = unsent && !(outcome.failure instanceof Unreachable) ? outcome.failure : null
  const [stored, inTab] = refusal ? (['notSent', 'notSentInTab'] as const) : (['waiting', 'waitingInTab'] as const)
  return (
    <div className="pt-2">
      <h1 tabIndex={-1} ref={focusHeading} className="type-title">
        {unsent ? t(isStored ? stored : inTab) : t('kept')}
      </h1>
      <FailureNotice error={refusal} failureOf={failureOf} className="mt-4" />
      <p className="mt-2 text-small text-ink-3">
        <OnlyYou />
      </p>
      {outcome.twice.length > 0 ? <p className="mt-2 text-small text-ink-2">{t('twice')}</p> : null}
      {!edited && !unsent && spare.offered ? (
        <SparePageOffer className="mt-6" from="/journal" onLater={spare.later} />
      ) : null}
      {!edited && people.partner && people.coupleId ? (
        <DayCountOffer
          vault={vault}
          coupleId={people.coupleId}
          partner={people.partner}
          locale={people.locale}
          day={page.day}
          types={page.types}
        />
      ) : null}
      <div className="mt-7 flex flex-wrap items-center gap-x-4 gap-y-2">
        <LinkButton href={`/journal/${id}`}>{t('read')}</LinkButton>
        <TextLink alone href="/journal">
          {t('journal')}
        </TextLink>
      </div>
    </div>
  )
}
