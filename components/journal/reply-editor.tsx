'use client'
import type { SubmitEvent } from 'react'
import { sendDraft } from '@/components/device/send-draft'
import { FailureNotice } from '@/components/device/failure-notice'
import { useFormDraft } from '@/components/device/use-form-draft'
import { SavingLine } from '@/components/device/saving-line'
import { CancelButton } from '@/components/ui/form-in-place'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { useAction } from '@/components/ui/use-action'
import type { OpenedReply, OpenedSharedPage } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'

type ReplyEditorProps = Readonly<{
  vault: Vault
  page: OpenedSharedPage
  reply: OpenedReply
  /** The saved text. */
  text: string
  save: (text: string) => Promise<unknown>
  /** Called after it was saved. */
  close: () => void
}>

/** Changes the text of a reply, in its place. The draft is stored on the device until it is saved. */
export function ReplyEditor({ vault, page, reply, text, save, close }: ReplyEditorProps) {
  const t = useTranslations(journalMessages, 'shared')
  const draft = useFormDraft(
    vault,
    { key: `${page.coupleId}/${reply.id}/reply`, page: `/journal/shared/${page.id}` },
    { text },
  )
  const typed = draft.fields.text
  const { run, busy, failure } = useAction(
    async () => {
      await sendDraft(draft, () => save(typed))
      close()
    },
    (error) => ({ error }),
    { leaves: true },
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') run()
  }
  return (
    <form noValidate onSubmit={submit}>
      <TextArea
        className="mt-2"
        label={t('label')}
        hideLabel
        value={typed}
        onChange={(event) => draft.change('text', event.target.value)}
      />
      <FailureNotice error={failure?.error} className="mt-2" />
      <SavingLine draft={draft} className="mt-2" />
      <div className="flex gap-4">
        <SubmitButton variant="link" busy={busy} busyLabel={t('saving')}>
          {t('save')}
        </SubmitButton>
        <CancelButton variant="link" isChanged={typed !== text} drop={draft.done}>
          {t('cancel')}
        </CancelButton>
      </div>
    </form>
  )
}
