'use client'
import { useState } from 'react'
import { TypePicker } from '@/components/intimacy/type-picker'
import { Button } from '@/components/ui/button'
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
  /** With the page as it stands then, or null where nothing was changed. */
  onDone: (next: OpenedSharedPage | null) => void
}>

/** Changes the shared copy alone; the private page it was made of is another one. */
export function ChangeShared({ vault, people, page, shared, onDone }: ChangeSharedProps) {
  const t = useTranslations(journalMessages)
  const [from] = useState(page) // what came meanwhile is for the server to tell: it is not what was changed here
  const [words, setWords] = useState(shared.words)
  const [wants, setWants] = useState(shared.wants)
  const [types, setTypes] = useState(page.types)
  const name = people.partner?.name ?? ''
  const kept = chosenWords(words, PARTS)
  const empty = Object.keys(kept).length === 0
  const { run, busy, failure } = useAction(
    async () =>
      onDone(await editSharedPage(browserDevice(), vault, from, { page: { ...shared, words: kept, wants }, types })),
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
        <Button variant="quiet" onClick={() => onDone(null)}>
          {t('shared.cancel')}
        </Button>
      </div>
    </form>
  )
}
