'use client'
import { SealedPage } from '@/components/device/sealed-page'
import { WhenOpen } from '@/components/device/when-open'
import { LinkButton } from '@/components/ui/links'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { NoPage } from './no-page'
import { latePart } from '@/components/device/late-part'
import { LoadFailure } from '@/components/device/load-failure'
import type { TwoPeople } from '@/components/people/two-people'
import type { Partner } from '@/lib/couples/people'
import { useUnreadableText } from '@/components/device/use-unreadable-text'
import type { OpenedSharedPage } from '@/lib/journal/sharing'
import { formatFullDay } from '@/lib/time/format'
import { useCopies } from './use-copies'
import { openOwnPage } from '@/lib/journal/outbox'
import { codeOf } from '@/lib/device/failures'

const LateShareFlow = latePart(async () => (await import('./share-flow')).ShareFlow, { lines: 8 })

/** Two people who are paired. */
type PairedPeople = TwoPeople & Readonly<{ partner: Partner; coupleId: string }>

type ShareScreenProps = Readonly<{ people: PairedPeople; id: string }>

/** The screen that shares a private page. */
export const ShareScreen = (props: ShareScreenProps) => (
  <SealedPage>
    <WhenOpen lines={8} className="mt-6">
      {(vault) => <Load vault={vault} {...props} />}
    </WhenOpen>
  </SealedPage>
)

function Load({ vault, people, id }: ShareScreenProps & { vault: Vault }) {
  const t = useTranslations(journalMessages)
  const unread = useUnreadableText()
  const { value: page, error, again } = useLoaded(id, () => openOwnPage(browserDevice(), vault, id))
  const shared = useCopies(vault, {
    id,
    page: page?.opened.is === 'text' ? page.opened.text : null,
    isPaired: true,
  })
  if (!page) {
    if (codeOf(error) === 'not-found') return <NoPage text={t('noPage')} />
    if (!error) return <Skeleton lines={8} className="mt-6" />
    return <LoadFailure error={error} onAgain={again} />
  }
  if (page.opened.is === 'failed') return <NoPage text={unread(page.opened.code)} />
  if (page.opened.is === 'removed') return <NoPage text={t('removedPage')} />
  if (shared.copies === null) {
    if (!shared.error) return <Skeleton lines={8} className="mt-6" />
    return <LoadFailure error={shared.error} onAgain={shared.again} />
  }
  const copy = shared.copies.find(({ coupleId }) => coupleId === people.coupleId)
  if (copy) return <AlreadyShared copy={copy} people={people} />
  return (
    <LateShareFlow
      id={id}
      vault={vault}
      me={people.me}
      partner={people.partner}
      coupleId={people.coupleId}
      locale={people.locale}
      page={page.opened.text}
    />
  )
}

/** A page has one copy: its words can be changed, or it can be taken back. */
function AlreadyShared({ copy, people }: { copy: OpenedSharedPage; people: PairedPeople }) {
  const t = useTranslations(journalMessages, 'share')
  const { name } = people.partner
  return (
    <div>
      <h1 tabIndex={-1} className="type-title">
        {t('already', { name, day: formatFullDay(copy.day, people.locale) })}
      </h1>
      <p className="mt-2 text-ink-2">{t('alreadyDetail', { name })}</p>
      <LinkButton className="mt-5" href={`/journal/shared/${copy.id}`}>
        {t('toCopy')}
      </LinkButton>
    </div>
  )
}
