'use client'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { offerUndo } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import { dropDraft, type UnfinishedDraft } from '@/lib/device/drafts'
import type { AnyDraft } from '@/lib/journal/draft-body'
import { firstWordsOfDraft, TWO_LINES } from '@/lib/journal/first-words'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import type { TwoPeople } from '@/components/people/two-people'
import { ShownWords } from './shown-words'
import { journalListOf } from './use-journal-list'
import { NativeButton } from '@/components/ui/native-button'

type UnfinishedText = UnfinishedDraft<AnyDraft>

type UnfinishedRowsProps = Readonly<{ drafts: readonly UnfinishedText[]; people: TwoPeople; vault: Vault }>

/** The address at which a draft is continued. */
function draftHref({ place, body }: UnfinishedText): string | null {
  if (body.is === 'reply') return place.of && `/journal/shared/${place.of}`
  if (body.is === 'form') return body.page
  if (place.of) return `/journal/${place.of}/edit`
  return `${body.writing.kind === 'voice' ? '/write/voice' : '/write'}?draft=${place.id}`
}

/** Every text that is not blank of a draft that was for two, in the order of its form. */
function textsForTwo({ body }: UnfinishedText): string[] {
  const texts = body.is === 'reply' ? [body.text] : body.is === 'form' ? Object.values(body.fields) : []
  return texts.filter((text) => text.trim() !== '')
}

/**
 * The unfinished drafts on this device, above the pages. What was for two has no form without a partner, so all its words
 * are here.
 */
export function UnfinishedRows({ drafts, people, vault }: UnfinishedRowsProps) {
  const t = useTranslations(journalMessages)
  if (drafts.length === 0) return null
  const discard = async (draft: UnfinishedText) => {
    const list = journalListOf(vault)
    const { bringBack } = await dropDraft(browserDevice(), vault.uid, draft.place)
    await list.refresh()
    offerUndo({ text: t('write.thrownAway'), undo: () => void bringBack().then(list.refresh) })
  }
  return (
    <section className="mt-7">
      <h2 className="text-small font-strong text-ink-2">{t('unfinished')}</h2>
      <ul className="mt-2 lined">
        {drafts.map((draft) => (
          <li key={draft.place.id} className="flex items-center gap-3">
            {people.partner || draft.body.is === 'page' ? (
              <Link
                href={draftHref(draft) ?? '/write'}
                className="flex min-h-14 min-w-0 flex-1 items-center gap-3.5 py-2"
              >
                <Icon icon="pen-line" className="text-ink-3" />
                <span className="min-w-0">
                  <span dir="auto" className="block font-serif text-words leading-normal wrap-anywhere">
                    <ShownWords words={firstWordsOfDraft(draft.body, TWO_LINES)} />
                  </span>
                  <span className="block text-smallest text-ink-3">{t('goOn')}</span>
                </span>
              </Link>
            ) : (
              <div className="min-w-0 flex-1 py-3">
                {textsForTwo(draft).map((text, index) => (
                  <p key={index} dir="auto" className="mb-2 font-serif text-words whitespace-pre-wrap wrap-anywhere">
                    {text}
                  </p>
                ))}
                <p className="text-smallest text-ink-3">{t('wasForTwo')}</p>
              </div>
            )}
            <NativeButton
              className="reach flex-none text-small font-strong text-ink-3 hover:text-ink"
              onClick={() => void discard(draft)}
            >
              {t('write.throwAway')}
            </NativeButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
