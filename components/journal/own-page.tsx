'use client'
import { Fragment } from 'react'
import { LateRemoveUnopened } from '@/components/device/late-remove-unopened'
import { TypeList } from '@/components/intimacy/type-mark'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { LinkButton } from '@/components/ui/links'
import { offerUndo, showToast } from '@/components/ui/toast'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { removePage, removeUnopenedPage, sendNextPage, type PageVersion } from '@/lib/journal/device'
import { openOwnPage, sendFinished } from '@/lib/journal/outbox'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatShortDay } from '@/lib/time/format'
import { fitsButton } from '@/lib/couples/people'
import type { Vault } from '@/lib/vault/vault'
import { codeOf } from '@/lib/device/failures'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { failureOf } from './failure'
import { NoPage } from './no-page'
import { OwnWriting } from './own-writing'
import { LoadFailure } from '@/components/device/load-failure'
import { FailureNotice } from '@/components/device/failure-notice'
import type { TwoPeople } from '@/components/people/two-people'
import { useToday } from '@/components/people/use-today'
import { useAction } from '@/components/ui/use-action'
import { useLeaveFor } from '@/components/ui/use-leave-for'
import { useFailure } from '@/components/device/use-failure'
import { useUnreadableText } from '@/components/device/use-unreadable-text'
import { SharedOn } from './shared-on'
import { useCopies } from './use-copies'
import { usePageTime } from './page-time'
import { journalListOf, useJournalList } from './use-journal-list'
import { OnlyYou, SharedWith } from './who-reads'

type OwnPageViewProps = Readonly<{ vault: Vault; people: TwoPeople; id: string; heading: 'h1' | 'h2' }>

/** A private page: to read, edit, remove and share. */
export function OwnPageView({ vault, people, id, heading: Heading }: OwnPageViewProps) {
  const t = useTranslations(journalMessages)
  const unread = useUnreadableText()
  const today = useToday()
  const inWords = usePageTime(people)
  const { value, error, again } = useLoaded(id, () => openOwnPage(browserDevice(), vault, id))
  const listed = useJournalList(vault, false).pages.find((each) => each.id === id)
  // the list's version, which is open already, until the page was fetched
  const page = value ?? (error === null && listed?.audience === 'me' ? listed : null)
  const { removing, failure, remove } = useRemoving(vault)
  const {
    copies,
    withheld,
    error: copiesError,
  } = useCopies(vault, {
    id,
    page: page?.opened.is === 'text' ? page.opened.text : null,
    isPaired: people.partner !== null,
  })
  if (!page) {
    if (codeOf(error) === 'not-found') return <NoPage heading={Heading} text={t('noPage')} />
    if (!error) return <Skeleton lines={8} />
    return <LoadFailure error={error} onAgain={again} />
  }
  if (page.opened.is === 'removed') return <NoPage heading={Heading} text={t('removedPage')} />
  if (page.opened.is === 'failed')
    return (
      <NoPage heading={Heading} text={unread(page.opened.code)}>
        <LateRemoveUnopened
          remove={async () => {
            await removeUnopenedPage(browserDevice(), vault, page)
            await journalListOf(vault).reread(id)
            again()
          }}
        />
      </NoPage>
    )
  const written = page.opened.text
  const waiting = listed?.audience === 'me' ? listed.waiting : page.waiting // it may have been sent since it was opened
  // what is said and offered depends on its copies: nothing is drawn before they are known, so that nothing moves
  const isKnown = copies !== null || copiesError !== null
  // one copy at a time for the same two people
  const isShareable = copies?.every(({ coupleId }) => coupleId !== people.coupleId) ?? false
  return (
    <article aria-label={t('write.page')}>
      <Heading tabIndex={-1} className="text-small font-strong text-ink-3">
        {inWords(written.day, page.addedAt)}
      </Heading>
      <div className="mt-4">
        <OwnWriting page={written} people={people} />
      </div>
      <div className="mt-7 flex min-h-15 flex-wrap items-center gap-x-5 gap-y-1.5 border-t border-line pt-3 text-small text-ink-3">
        {copies?.length === 0 && withheld.length === 0 ? <OnlyYou /> : null}
        {copies?.map((copy) => (
          <Fragment key={copy.id}>
            {copy.coupleId === people.coupleId ? <SharedWith people={people} page={copy} readers /> : null}
            <SharedOn copy={copy} people={people} />
          </Fragment>
        ))}
        {withheld.map(({ id: copyId, day }) => (
          <span key={copyId}>{t('withheld', { day: formatShortDay(day, people.locale, today) })}</span>
        ))}
        {isKnown ? <TypeList locale={people.locale} types={written.types} /> : null}
      </div>
      {waiting ? (
        <p className="mt-1.5 text-small text-ink-3">{t(page.tabOnly ? 'waitingInTab' : 'waitingPage')}</p>
      ) : null}
      <FailureNotice error={failure} failureOf={failureOf} className="mt-4" />
      <div className={classes('mt-2 flex min-h-11 flex-wrap items-center gap-x-5 gap-y-1', !isKnown && 'invisible')}>
        {people.partner && isShareable ? (
          <LinkButton size="small" className="wrap-anywhere" href={`/journal/${id}/share`}>
            {fitsButton(people.partner.name) ? t('shareWith', { name: people.partner.name }) : t('shareShort')}
          </LinkButton>
        ) : null}
        <LinkButton variant="link" href={`/journal/${id}/edit`}>
          {t('edit')}
        </LinkButton>
        <Button variant="link" busy={removing} onClick={() => remove({ id, rev: page.rev, page: written }, waiting)}>
          {t('remove')}
        </Button>
      </div>
    </article>
  )
}

/** Removes a page, with ten seconds to undo it. Both are versions of the page. */
function useRemoving(vault: Vault) {
  const t = useTranslations(journalMessages)
  const leaveFor = useLeaveFor()
  const describeFailure = useFailure(failureOf)
  const again = useTranslations(failureMessages)('again')
  const device = browserDevice()
  const list = journalListOf(vault)

  const bringBack = async (gone: PageVersion) => {
    try {
      await sendNextPage(device, vault, gone)
      await list.reread(gone.id)
      showToast({ text: t('undone') })
    } catch (error) {
      showToast({ text: describeFailure(error), action: { label: again, run: () => void bringBack(gone) } })
      console.warn('A removed page was not brought back.', codeOf(error) ?? '')
    }
  }
  const { run, busy, failure } = useAction(
    async (version: PageVersion, waiting: boolean) => {
      if (waiting) {
        const { failure: unsent } = await sendFinished(device, vault)
        if (unsent) throw unsent
      }
      const gone = await removePage(device, vault, version)
      await list.reread(version.id)
      leaveFor('/journal')
      offerUndo({ text: t('removed'), undo: () => void bringBack(gone) })
    },
    (error) => ({ error }),
  )
  return { removing: busy, failure: failure?.error, remove: run }
}
