'use client'
import { useToday } from '@/components/people/use-today'
import { useEffect } from 'react'
import { TypeList } from '@/components/intimacy/type-mark'
import { PartnerMark } from '@/components/people/partner-mark'
import { FormInPlace, useFormInPlace } from '@/components/ui/form-in-place'
import { useOnReturn } from '@/components/ui/use-on-return'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import type { SharedPage } from '@/lib/journal/share'
import { fetchSharedPage, takeBackPage, type OpenedSharedPage } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { wantsMessages } from '@/lib/messages/rooms/wants'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatFullDay, formatShortDay } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { codeOf } from '@/lib/device/failures'
import { UnsentReply } from './unsent-reply'
import { NoPage } from './no-page'
import { Replies } from './replies'
import { SharedActions } from './shared-actions'
import { SharedText } from './shared-text'
import { WantsIcon } from './wants-icon'
import { latePart } from '@/components/device/late-part'
import { LoadFailure } from '@/components/device/load-failure'
import { LateRemoveUnopened } from '@/components/device/late-remove-unopened'
import { usePageTime } from './page-time'
import { MarkOpened } from './mark-opened'
import { authorOf, type TwoPeople } from '@/components/people/two-people'
import { useUnreadableText } from '@/components/device/use-unreadable-text'
import { journalListOf, useJournalList } from './use-journal-list'
import { SharedWith } from './who-reads'

const LateChangeShared = latePart(async () => (await import('./change-shared')).ChangeShared, { lines: 8 })

type SharedPageViewProps = Readonly<{ vault: Vault; people: TwoPeople; id: string; heading: 'h1' | 'h2' }>

/** A shared page: what the writer wants, then the text, then the replies. */
export function SharedPageView({ vault, people, id, heading }: SharedPageViewProps) {
  const t = useTranslations(journalMessages)
  const unread = useUnreadableText()
  const { value, error, again, put } = useLoaded(id, () => fetchSharedPage(browserDevice(), vault, id))
  const listed = useJournalList(vault, false).pages.find((each) => each.id === id)
  // the list's version, which is open already, until the page was fetched
  const page = value ?? (error === null && listed?.audience === 'both' ? listed : null)
  useOnReturn(again)
  const isOutdated = page !== null && listed !== undefined && listed.rev > page.rev
  useEffect(() => {
    if (isOutdated) again()
  }, [isOutdated, again])
  // also after it was shown: the two may have parted meanwhile
  if (codeOf(error) === 'not-found')
    return <UnreadablePage vault={vault} id={id} heading={heading} text={t('noPage')} />
  if (!page) {
    if (!error) return <Skeleton lines={8} />
    return <LoadFailure error={error} onAgain={again} />
  }
  const changed = (next: OpenedSharedPage) => {
    put(next)
    void journalListOf(vault).reread(next.id)
  }
  if (page.opened.is === 'failed') {
    const canRemove = page.authorId === people.me.id && page.coupleId === people.coupleId
    return (
      <>
        <NoPage heading={heading} text={unread(page.opened.code)}>
          {page.authorId === people.me.id ? null : <MarkOpened id={id} uid={people.me.id} />}
          {canRemove ? (
            <LateRemoveUnopened remove={async () => changed(await takeBackPage(browserDevice(), vault, page))} />
          ) : null}
        </NoPage>
        <Replies vault={vault} people={people} page={page} isShared={false} onGone={again} />
      </>
    )
  }
  if (page.opened.is === 'removed') {
    return (
      <>
        <NoPage heading={heading} text={t('shared.takenBackPage')} />
        <Replies vault={vault} people={people} page={page} isShared={false} onGone={again} />
      </>
    )
  }
  return (
    <div className="space-y-8">
      {page.authorId === people.me.id ? null : <MarkOpened id={id} uid={people.me.id} />}
      <SharedPageArticle
        page={page}
        shared={page.opened.text}
        people={people}
        vault={vault}
        heading={heading}
        onChanged={changed}
      />
      <Replies vault={vault} people={people} page={page} isShared onGone={again} />
    </div>
  )
}

/** A page that can't be read, with the draft of a reply to it, if there is one. */
const UnreadablePage = ({
  vault,
  id,
  text,
  heading,
}: Readonly<{ vault: Vault; id: string; text: string; heading: 'h1' | 'h2' }>) => (
  <>
    <NoPage heading={heading} text={text} />
    <UnsentReply vault={vault} pageId={id} />
  </>
)

type ReadingProps = Readonly<{
  page: OpenedSharedPage
  shared: SharedPage
  people: TwoPeople
  vault: Vault
  heading: 'h1' | 'h2'
  onChanged: (next: OpenedSharedPage) => void
}>

function SharedPageArticle({ page, shared, people, vault, heading: Heading, onChanged }: ReadingProps) {
  const t = useTranslations(journalMessages)
  const tWants = useTranslations(wantsMessages)
  const today = useToday()
  const inWords = usePageTime(people)
  const form = useFormInPlace()
  const changing = form.openAt !== null
  const mine = page.authorId === people.me.id
  const partner = page.coupleId === people.coupleId ? people.partner : null
  const author = authorOf(people, page)
  const from = mine ? t('fromYou') : author ? t('from', { name: author.name }) : t('fromThen')
  return (
    <article aria-label={mine ? t('write.page') : from}>
      <div className="flex flex-wrap items-baseline gap-x-3.5 gap-y-1 text-small text-ink-3">
        <Heading tabIndex={-1} className="flex items-baseline gap-2.5 type-title text-ink">
          {author ? <PartnerMark slot={author.slot} size={16} /> : null}
          <span className="min-w-0 wrap-anywhere">{from}</span>
        </Heading>
        <p>{inWords(page.day, page.addedAt)}</p>
        {shared.changedOn ? (
          <p>{t('shared.changed', { day: formatShortDay(shared.changedOn, people.locale, today) })}</p>
        ) : null}
      </div>
      <div className="mt-3.5 flex items-start gap-3.5">
        <span className="mt-0.5 text-ink-2">
          <WantsIcon wants={shared.wants} size={24} />
        </span>
        <div className="min-w-0">
          <p className="text-smallest text-ink-3">
            {mine ? t('share.wantYou') : t('share.want', { name: author?.name ?? t('partnerThen') })}
          </p>
          <p className="type-lede">{tWants(shared.wants)}</p>
        </div>
      </div>
      <div className="mt-4.5">
        <FormInPlace form={form}>
          <LateChangeShared
            vault={vault}
            people={people}
            page={page}
            shared={shared}
            onSaved={(next) => {
              form.close()
              onChanged(next)
            }}
          />
        </FormInPlace>
        {changing ? null : <SharedText page={shared} />}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-1 text-small text-ink-3">
        <SharedWith people={people} page={page} readers />
        <TypeList locale={people.locale} types={page.types} />
      </div>
      {shared.writtenDay && shared.writtenDay !== page.day ? (
        <p className="mt-2 text-small text-ink-3">
          {t('share.day', { day: formatFullDay(shared.writtenDay, people.locale) })}
        </p>
      ) : null}
      {mine && !changing ? (
        <SharedActions
          vault={vault}
          people={people}
          page={page}
          shared={shared}
          ended={partner === null}
          onChange={() => form.open()}
          onChanged={onChanged}
        />
      ) : null}
    </article>
  )
}
