'use client'
import type { ReactNode } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { useFormDraft, type FormPlace } from '@/components/device/use-form-draft'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { useAction } from '@/components/ui/use-action'
import type { Failure } from '@/lib/device/failures'
import type { Vault } from '@/lib/vault/vault'

type PersonalTextFormProps = Readonly<{
  vault: Vault
  /** Where the draft is stored, and the name of its only field. */
  draft: FormPlace & Readonly<{ field: string }>
  /** The saved text, '' for none. */
  saved: string
  /** Whether an empty text can be saved, which removes it. */
  canBeEmpty?: boolean
  send: (text: string) => Promise<unknown>
  failureOf?: (error: unknown) => Failure
  partnerName: string
  words: Readonly<{ save: string; saving: string; cancel: string }>
  onSaved: () => void
  /** Leaves the form without saving; null without a cancel button. */
  onCancel: (() => void) | null
  children: (field: Readonly<{ value: string; onChange: (text: string) => void }>) => ReactNode
}>

/**
 * A form for the viewer's own text. Its draft is stored while they type, and dropped when the text is saved or
 * cancelled.
 */
export function PersonalTextForm({
  vault,
  draft: { field, ...place },
  saved,
  canBeEmpty = false,
  send,
  failureOf,
  partnerName,
  words,
  onSaved,
  onCancel,
  children,
}: PersonalTextFormProps) {
  const draft = useFormDraft<Record<string, string>>(vault, place, { [field]: saved })
  const text = draft.fields[field] ?? ''
  const inWords = useFailure(failureOf)
  const { run, busy, failure } = useAction(
    async () => {
      try {
        await send(text)
      } catch (error) {
        await draft.keep()
        throw error
      }
      await draft.done()
      onSaved()
    },
    (error) => inWords(error, partnerName),
    { leaves: true },
  )
  const cancel = async () => {
    await draft.done()
    onCancel?.()
  }
  return (
    <div className="mt-4 first:mt-0">
      <ErrorSummary title={failure} className="mb-4" />
      {children({ value: text, onChange: (next) => draft.change(field, next) })}
      <div className="mt-4 flex flex-wrap gap-2.5">
        <Button
          size="small"
          busy={busy}
          busyLabel={words.saving}
          disabled={text.trim() === saved.trim() || (!canBeEmpty && text.trim() === '')}
          onClick={run}
        >
          {words.save}
        </Button>
        {onCancel ? (
          <Button size="small" variant="quiet" onClick={() => void cancel()}>
            {words.cancel}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
