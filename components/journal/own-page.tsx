'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { TypeList } from '@/components/intimacy/type-mark'
import { Button } from '@/components/ui/button'
import { LinkButton, TextLink } from '@/components/ui/links'
import { showToast } from '@/components/ui/toast'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { Problem } from '@/lib/http/problem'
import { bringPageBack, removePage, type PageVersion } from '@/lib/journal/device'
import { openPageHere, sendFinished } from '@/lib/journal/outbox'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatFullDay } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { EarlierRows } from '@/components/device/earlier-rows'
import { OwnWriting } from './own-writing'
import { Troubled } from '@/components/device/troubled'
import { unreadOf } from '@/components/device/trouble'
import type { TwoPeople } from '@/components/people/two-people'
import { journalOf, useJournalList } from './use-journal-list'
import { OnlyYou } from './who-reads'

type OwnPageViewProps = Readonly<{ vault: Vault; people: TwoPeople; id: string; heading: 'h1' | 'h2' }>

/** One private page: to read, edit, remove and share. */
export function OwnPageView({ vault, people, id, heading: Heading }: OwnPageViewProps) {
  const t = useTranslations(journalMessages)
  const { value, error, again } = useLoaded(id, () => openPageHere(browserDevice(), vault, id))
  const listed = useJournalList(vault, false).pages.find((each) => each.id === id)
  // as the list has it, until it was asked for: it is open here already
  const page = value ?? (error === null && listed?.of === 'me' ? listed : null)
  const { removing, failure, remove } = useRemoving(vault)
  if (!page) {
    if (error instanceof Problem && error.code === 'not-found') return <NoPage text={t('noPage')} />
    if (!error) return <Skeleton lines={8} />
    return (
      <>
        <EarlierRows error={error} onAccepted={again} />
        <Troubled error={error} onAgain={again} />
      </>
    )
  }
  if (page.opened.is === 'removed') return <NoPage text={t('removedPage')} />
  if (page.opened.is === 'failed') return <NoPage text={t(`unread.${unreadOf(page.opened.code)}`)} />
  const written = page.opened.text
  const waiting = listed?.of === 'me' ? listed.waiting : page.waiting // it may have gone up since it was read here
  return (
    <article aria-label={t('write.page')}>
      <Heading tabIndex={-1} className="text-small font-strong text-ink-3">
        {formatFullDay(written.day, people.locale)}
      </Heading>
      <div className="mt-4">
        <OwnWriting page={written} people={people} />
      </div>
      <div className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-1.5 border-t border-line pt-3.5 text-small text-ink-3">
        <OnlyYou />
        <TypeList locale={people.locale} types={written.types} />
      </div>
      {waiting ? <p className="mt-1.5 text-small text-ink-3">{t('waitingPage')}</p> : null}
      <Failed error={failure} />
      {/* Without an edge their words begin where the text does, also on a line of their own. */}
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-1">
        {people.partner ? (
          <LinkButton size="small" className="wrap-anywhere" href={`/journal/${id}/share`}>
            {t('shareWith', { name: people.partner.name })}
          </LinkButton>
        ) : null}
        <LinkButton variant="link" href={`/journal/${id}/edit`}>
          {t('edit')}
        </LinkButton>
        <Button
          variant="link"
          busy={removing}
          onClick={() => void remove({ id, rev: page.rev, page: written }, waiting)}
        >
          {t('remove')}
        </Button>
      </div>
    </article>
  )
}

export function NoPage({ text }: { text: string }) {
  const t = useTranslations(journalMessages)
  return (
    <div>
      <h1 tabIndex={-1} className="type-lede">
        {text}
      </h1>
      <TextLink alone href="/journal" className="mt-2">
        {t('toJournal')}
      </TextLink>
    </div>
  )
}

function Failed({ error }: { error: unknown }) {
  const t = useTranslations(journalMessages)
  if (error instanceof Problem && error.code === 'version-changed')
    return (
      <p role="alert" className="mt-3 text-small text-ink-2">
        {t('changed')}
      </p>
    )
  return <Troubled error={error} className="mt-4" />
}

/** Removing, with ten seconds to undo it: both are versions of the page. */
function useRemoving(vault: Vault) {
  const t = useTranslations(journalMessages)
  const router = useRouter()
  const [removing, setRemoving] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const device = browserDevice()
  const list = journalOf(vault)

  const bringBack = async (gone: PageVersion) => {
    try {
      await bringPageBack(device, vault, gone)
      await list.reread(gone.id)
      showToast({ text: t('undone') })
    } catch (error) {
      showToast({
        text: t('trouble.unexpected'),
        action: { label: t('trouble.again'), run: () => void bringBack(gone) },
      })
      console.warn('A removed page was not brought back.', error instanceof Problem ? error.code : '')
    }
  }
  const remove = async (standing: PageVersion, waiting: boolean) => {
    setRemoving(true)
    try {
      if (waiting) {
        const { failure: unsent } = await sendFinished(device, vault)
        if (unsent) throw unsent
      }
      const gone = await removePage(device, vault, standing)
      await list.reread(standing.id)
      router.push('/journal')
      showToast({ text: t('removed'), action: { label: t('undo'), run: () => void bringBack(gone) } })
    } catch (error) {
      setFailure(error)
    } finally {
      setRemoving(false)
    }
  }
  return { removing, failure, remove }
}
