'use client'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { offerUndo } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import { dropDraft, type UnfinishedDraft } from '@/lib/device/drafts'
import type { AnyDraft } from '@/lib/journal/draft-body'
import { firstLine } from '@/lib/journal/page'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import type { TwoPeople } from '@/components/people/two-people'
import { journalListOf } from './use-journal-list'

type UnfinishedText = UnfinishedDraft<AnyDraft>

type UnfinishedRowsProps = Readonly<{ drafts: readonly UnfinishedText[]; people: TwoPeople; vault: Vault }>

/** The address at which a draft is continued. */
function draftHref({ place, body }: UnfinishedText): string | null {
  if (body.is === 'reply') return place.of && `/journal/shared/${place.of}`
  if (body.is === 'form') return body.page
  if (place.of) return `/journal/${place.of}/edit`
  return `${body.writing.kind === 'voice' ? '/write/voice' : '/write'}?draft=${place.id}`
}

const textOf = ({ body }: UnfinishedText): string => {
  if (body.is === 'reply') return body.text
  if (body.is === 'form') return Object.values(body.fields).find((text) => text.trim() !== '') ?? ''
  const { writing } = body
  return writing.kind === 'reflection'
    ? writing.text
    : writing.voice || writing.answer || writing.origin || writing.effect || writing.step
}

/** The unfinished drafts on this device, above the pages. */
export function UnfinishedRows({ drafts, vault }: UnfinishedRowsProps) {
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
            <Link
              href={draftHref(draft) ?? '/write'}
              className="flex min-h-14 min-w-0 flex-1 items-center gap-3.5 py-2"
            >
              <Icon icon="pen-line" className="text-ink-3" />
              <span className="min-w-0">
                <span dir="auto" className="line-clamp-1 font-serif text-words leading-normal">
                  {firstLine(textOf(draft), 90)}
                </span>
                <span className="block text-smallest text-ink-3">{t('goOn')}</span>
              </span>
            </Link>
            <button
              type="button"
              className="reach flex-none text-small font-strong text-ink-3 hover:text-ink"
              onClick={() => void discard(draft)}
            >
              {t('write.throwAway')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
