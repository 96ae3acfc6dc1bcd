'use client'
import type { ReactNode, SubmitEvent } from 'react'
import { sendDraft } from '@/components/device/send-draft'
import { useFailure } from '@/components/device/use-failure'
import { useFormDraft, type FormPlace } from '@/components/device/use-form-draft'
import { SavingLine } from '@/components/device/saving-line'
import { CancelButton } from '@/components/ui/form-in-place'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { offerUndo, showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { Failure } from '@/lib/device/failures'
import type { RowVersion } from '@/lib/device/keep-version'
import type { Vault } from '@/lib/vault/vault'

type PersonalTextFormProps = Readonly<{
  vault: Vault
  /** Where the draft is stored, and the name of its only field. */
  draft: FormPlace & Readonly<{ field: string }>
  /** The saved text, '' for none. */
  saved: string
  /** The saved version; null before the first one. */
  version: RowVersion | null
  /** Whether an empty text can be saved, which removes it. */
  canBeEmpty?: boolean
  /** Sends the version after `version`. */
  send: (text: string, version: RowVersion | null) => Promise<unknown>
  failureOf?: (error: unknown) => Failure
  partnerName: string
  words: Readonly<{ done: string; saving: string; cancel: string; removed: string }>
  onSaved: () => void
  /** Whether it is in a `FormInPlace`, so that it can be left without saving. */
  canBeLeft: boolean
  children: (field: Readonly<{ value: string; onChange: (text: string) => void }>) => ReactNode
}>

/**
 * A form for the viewer's own text. Its draft is stored while they type, and dropped when the text is saved or the form
 * is left. Undo brings the draft back, and a text that was removed.
 */
export function PersonalTextForm({
  vault,
  draft: { field, ...place },
  saved,
  version,
  canBeEmpty = false,
  send,
  failureOf,
  partnerName,
  words,
  onSaved,
  canBeLeft,
  children,
}: PersonalTextFormProps) {
  const draft = useFormDraft<Record<string, string>>(vault, place, { [field]: saved })
  const text = draft.fields[field] ?? ''
  const inWords = useFailure(failureOf)
  const bringBack = () => {
    // the removal was the version after the saved one
    const removed = version && { ...version, rev: version.rev + 1 }
    void send(saved, removed).then(onSaved, (error: unknown) => showToast({ text: inWords(error, partnerName) }))
  }
  const { run, busy, failure } = useAction(
    async () => {
      await sendDraft(draft, () => send(text, version))
      onSaved()
      if (text.trim() === '') offerUndo({ text: words.removed, undo: bringBack })
    },
    (error) => inWords(error, partnerName),
    { leaves: true },
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form noValidate onSubmit={submit} className="mt-4 first:mt-0">
      <ErrorSummary title={failure} className="mb-4" />
      {children({ value: text, onChange: (next) => draft.change(field, next) })}
      <SavingLine draft={draft} className="mt-2" />
      <div className="mt-2 flex flex-wrap gap-2.5">
        <SubmitButton
          variant="outline"
          size="small"
          busy={busy}
          busyLabel={words.saving}
          disabled={text.trim() === saved.trim() || (!canBeEmpty && text.trim() === '')}
        >
          {words.done}
        </SubmitButton>
        {canBeLeft ? (
          <CancelButton isChanged={text.trim() !== saved.trim()} drop={draft.done}>
            {words.cancel}
          </CancelButton>
        ) : null}
      </div>
    </form>
  )
}
