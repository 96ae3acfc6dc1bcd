'use client'
import { Button } from '@/components/ui/button'
import { offerUndo, showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import type { SharedPage } from '@/lib/journal/share'
import { editSharedPage, takeBackPage, type OpenedSharedPage } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { FailureNotice } from '@/components/device/failure-notice'
import type { TwoPeople } from '@/components/people/two-people'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'
import { failureOf } from './failure'

type SharedActionsProps = Readonly<{
  vault: Vault
  people: TwoPeople
  page: OpenedSharedPage
  shared: SharedPage
  /** The page belongs to a former couple: only its author can still read it. */
  ended: boolean
  onChange: () => void
  onChanged: (next: OpenedSharedPage) => void
}>

/** What the writer can do with a shared page: take it back, with an undo, or change its text. */
export function SharedActions({ vault, people, page, shared, ended, onChange, onChanged }: SharedActionsProps) {
  const t = useTranslations(journalMessages)
  const describeFailure = useFailure(failureOf)
  const again = useTranslations(failureMessages)('again')
  const device = browserDevice()
  const bringBack = async (gone: OpenedSharedPage) => {
    try {
      onChanged(await editSharedPage(device, vault, gone, { page: shared, types: page.types }))
      showToast({ text: t('shared.back') })
    } catch (error) {
      showToast({ text: describeFailure(error), action: { label: again, run: () => void bringBack(gone) } })
    }
  }
  const { run, busy, failure } = useAction(
    async () => {
      const gone = await takeBackPage(device, vault, page)
      onChanged(gone)
      offerUndo({ text: t('shared.takenBack'), undo: () => void bringBack(gone) })
    },
    (error) => ({ error }),
    { leaves: true },
  )
  if (ended || !people.partner) return <p className="mt-4 text-small text-ink-3">{t('shared.ended')}</p>

  return (
    <>
      <FailureNotice error={failure?.error} failureOf={failureOf} className="mt-4" />
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-1">
        <Button size="small" className="wrap-anywhere" onClick={onChange}>
          {t('shared.change', { name: people.partner.name })}
        </Button>
        <Button variant="link" busy={busy} onClick={run}>
          {t('shared.takeBack')}
        </Button>
      </div>
    </>
  )
}
