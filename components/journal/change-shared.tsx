'use client'
import { useState } from 'react'
import { TypePicker } from '@/components/intimacy/type-picker'
import { sendDraft } from '@/components/device/send-draft'
import { Button } from '@/components/ui/button'
import { CancelButton } from '@/components/ui/form-in-place'
import { browserDevice } from '@/lib/device/browser-device'
import { chosenWords, PARTS, WANTS, type SharedPage, type SharedWords } from '@/lib/journal/share'
import { editSharedPage, type OpenedSharedPage } from '@/lib/journal/sharing'
import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { failureOf } from './failure'
import { SharedPartFields } from './shared-part-fields'
import { FailureNotice } from '@/components/device/failure-notice'
import { useFormDraft } from '@/components/device/use-form-draft'
import { SavingLine } from '@/components/device/saving-line'
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

/**
 * Changes the shared copy only; the private page that it was made from stays as it is. The draft is stored on the device
 * until it is saved.
 */
export function ChangeShared({ vault, people, page, shared, onSaved }: ChangeSharedProps) {
  const t = useTranslations(journalMessages)
  // the version that is edited: where a newer one arrives meanwhile, the server refuses the change
  const [from] = useState(page)
  const begun = { wants: shared.wants, types: page.types.join(' ') }
  const draft = useFormDraft<Readonly<Record<string, string>>>(
    vault,
    { key: `${page.coupleId}/${page.id}/shared`, page: `/journal/shared/${page.id}` },
    { ...shared.words },
    begun,
  )
  const { fields, choices } = draft
  const words: SharedWords = fields
  const wants = WANTS.find((each) => each === choices['wants']) ?? shared.wants
  const types = INTIMACY_TYPES.filter((type) => choices['types']?.split(' ').includes(type))
  const isChanged =
    PARTS.some((part) => words[part] !== shared.words[part]) ||
    choices['wants'] !== begun.wants ||
    choices['types'] !== begun.types
  const name = people.partner?.name ?? ''
  const filled = chosenWords(words, PARTS)
  const empty = Object.keys(filled).length === 0
  const { run, busy, failure } = useAction(
    async () => {
      const next = { page: { ...shared, words: filled, wants }, types }
      onSaved(await sendDraft(draft, () => editSharedPage(browserDevice(), vault, from, next)))
    },
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
      <SharedPartFields words={words} onChange={draft.change} />
      <WantsPicker value={wants} onChange={(next) => draft.choose('wants', next)} name={name} />
      <TypePicker
        look="bar"
        value={types}
        onChange={(next) => draft.choose('types', next.join(' '))}
        legend={t('share.types')}
      />
      {empty ? (
        <p role="alert" className="text-small text-danger-text">
          {t('share.empty')}
        </p>
      ) : null}
      <FailureNotice error={failure?.error} failureOf={failureOf} name={name} />
      <SavingLine draft={draft} className="mb-2" />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy} busyLabel={t('shared.saving')}>
          {t('shared.save')}
        </Button>
        <CancelButton size="normal" isChanged={isChanged} drop={draft.done}>
          {t('shared.cancel')}
        </CancelButton>
      </div>
    </form>
  )
}
