'use client'
import { useState } from 'react'
import { TypePicker } from '@/components/intimacy/type-picker'
import { Button } from '@/components/ui/button'
import { CancelButton } from '@/components/ui/form-in-place'
import { browserDevice } from '@/lib/device/browser-device'
import { chosenWords, PARTS, type SharedPage } from '@/lib/journal/share'
import { editSharedPage, type OpenedSharedPage } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { failureOf } from './failure'
import { SharedPartFields } from './shared-part-fields'
import { FailureNotice } from '@/components/device/failure-notice'
import type { TwoPeople } from '@/components/people/two-people'
import { useAction } from '@/components/ui/use-action'
import { WantsPicker } from './wants-picker'

type ChangeSharedProps = Readonly<{
  vault: Vault
  people: TwoPeople
  page: OpenedSharedPage
  shared: SharedPage
  /** Called with the saved page. */
  onSaved: (next: OpenedSharedPage) => void
}>

/** Changes the shared copy only; the private page that it was made from stays as it is. */
export function ChangeShared({ vault, people, page, shared, onSaved }: ChangeSharedProps) {
  const t = useTranslations(journalMessages)
  // the version that is edited: where a newer one arrives meanwhile, the server refuses the change
  const [from] = useState(page)
  const [words, setWords] = useState(shared.words)
  const [wants, setWants] = useState(shared.wants)
  const [types, setTypes] = useState(page.types)
  const name = people.partner?.name ?? ''
  const filled = chosenWords(words, PARTS)
  const empty = Object.keys(filled).length === 0
  const { run, busy, failure } = useAction(
    async () =>
      onSaved(await editSharedPage(browserDevice(), vault, from, { page: { ...shared, words: filled, wants }, types })),
    (error) => ({ error }),
    { leaves: true },
  )
  return (
    <form
      className="space-y-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (!empty) run()
      }}
    >
      <SharedPartFields words={words} onChange={(part, text) => setWords((before) => ({ ...before, [part]: text }))} />
      <WantsPicker value={wants} onChange={setWants} name={name} />
      <TypePicker look="bar" value={types} onChange={setTypes} legend={t('share.types')} />
      {empty ? (
        <p role="alert" className="text-small text-danger-text">
          {t('share.empty')}
        </p>
      ) : null}
      <FailureNotice error={failure?.error} failureOf={failureOf} name={name} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy} busyLabel={t('shared.saving')}>
          {t('shared.save')}
        </Button>
        <CancelButton size="normal">{t('shared.cancel')}</CancelButton>
      </div>
    </form>
  )
}
