'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import type { SharedPage } from '@/lib/journal/share'
import { editSharedPage, takeBackPage, type PageForBoth } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { Troubled } from '@/components/device/troubled'
import type { TwoPeople } from '@/components/people/two-people'

type SharedActionsProps = Readonly<{
  vault: Vault
  people: TwoPeople
  page: PageForBoth
  shared: SharedPage
  /** Of a couple of before: it stays to read, for me alone. */
  ended: boolean
  onChange: () => void
  onChanged: (next: PageForBoth) => void
}>

/** What its writer can do with a shared page: take it back, with an undo, or change the words for the partner. */
export function SharedActions({ vault, people, page, shared, ended, onChange, onChanged }: SharedActionsProps) {
  const t = useTranslations(journalMessages)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const device = browserDevice()
  if (ended || !people.partner) return <p className="mt-4 text-small text-ink-3">{t('shared.ended')}</p>

  const bringBack = async (gone: PageForBoth) => {
    try {
      onChanged(await editSharedPage(device, vault, gone, { page: shared, types: page.types }))
      showToast({ text: t('shared.back') })
    } catch {
      showToast({
        text: t('trouble.unexpected'),
        action: { label: t('trouble.again'), run: () => void bringBack(gone) },
      })
    }
  }
  const back = async () => {
    setBusy(true)
    try {
      const gone = await takeBackPage(device, vault, page)
      onChanged(gone)
      showToast({
        text: t('shared.takenBack'),
        action: { label: t('shared.bringBack'), run: () => void bringBack(gone) },
      })
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  return (
    <>
      <Troubled error={failure} className="mt-4" />
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-1">
        <Button size="small" className="wrap-anywhere" onClick={onChange}>
          {t('shared.change', { name: people.partner.name })}
        </Button>
        <Button variant="link" busy={busy} onClick={() => void back()}>
          {t('shared.takeBack')}
        </Button>
      </div>
    </>
  )
}
