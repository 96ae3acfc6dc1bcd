'use client'
import { useSearchParams } from 'next/navigation'
import { SealedPage } from '@/components/device/sealed-page'
import { WhenOpen } from '@/components/device/when-open'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { beginEditing, beginWriting } from '@/lib/journal/beginning'
import type { EntryKind } from '@/lib/journal/contract'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { openOwnPage } from '@/lib/journal/outbox'
import { useUnreadableText } from '@/components/device/use-unreadable-text'
import { codeOf } from '@/lib/device/failures'
import { NoPage } from './no-page'
import { LoadFailure } from '@/components/device/load-failure'
import { FailureNotice } from '@/components/device/failure-notice'
import type { TwoPeople } from '@/components/people/two-people'
import { VoiceFlow } from './voice-flow'
import { WritingSurface } from './writing-surface'

type WriteScreenProps = Readonly<{ people: TwoPeople; kind: EntryKind }>

/** The screen that writes a new page, or continues a draft. */
export function WriteScreen({ people, kind }: WriteScreenProps) {
  const draft = useSearchParams().get('draft')
  return (
    <SealedPage>
      <WhenOpen lines={6} className="mt-6">
        {(vault) => <Begin key={draft} vault={vault} people={people} kind={kind} draft={draft} />}
      </WhenOpen>
    </SealedPage>
  )
}

function Begin({ vault, people, kind, draft }: WriteScreenProps & { vault: Vault; draft: string | null }) {
  const {
    value: beginning,
    error,
    again,
  } = useLoaded(`${kind} ${draft ?? ''}`, () => beginWriting(browserDevice(), vault, kind, draft))
  if (!beginning)
    return error ? <FailureNotice error={error} onAgain={again} /> : <Skeleton lines={6} className="mt-6" />
  return kind === 'voice' ? (
    <VoiceFlow vault={vault} people={people} beginning={beginning} isWide />
  ) : (
    <WritingSurface vault={vault} people={people} beginning={beginning} />
  )
}

/** The screen that edits a private page. */
export function EditScreen({ people, id }: { people: TwoPeople; id: string }) {
  return (
    <SealedPage>
      <WhenOpen lines={6} className="mt-6">
        {(vault) => <Edit vault={vault} people={people} id={id} />}
      </WhenOpen>
    </SealedPage>
  )
}

function Edit({ vault, people, id }: { vault: Vault; people: TwoPeople; id: string }) {
  const t = useTranslations(journalMessages)
  const unread = useUnreadableText()
  const {
    value: beginning,
    error,
    again,
  } = useLoaded(id, async () => {
    const device = browserDevice()
    const found = await beginEditing(device, vault, id)
    return { found, opened: found ? null : (await openOwnPage(device, vault, id)).opened }
  })
  if (!beginning) {
    if (codeOf(error) === 'not-found') return <NoPage text={t('noPage')} />
    if (!error) return <Skeleton lines={6} className="mt-6" />
    return <LoadFailure error={error} onAgain={again} />
  }
  const { found, opened } = beginning
  if (!found) return <NoPage text={opened?.is === 'failed' ? unread(opened.code) : t('removedPage')} />
  return found.body.writing.kind === 'voice' ? (
    <VoiceFlow vault={vault} people={people} beginning={found} />
  ) : (
    <WritingSurface vault={vault} people={people} beginning={found} />
  )
}
