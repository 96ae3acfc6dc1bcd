'use client'
import { useState, type SubmitEvent } from 'react'
import { FailureNotice } from '@/components/device/failure-notice'
import { CancelButton } from '@/components/ui/form-in-place'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { useAction } from '@/components/ui/use-action'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'

type ReplyEditorProps = Readonly<{ text: string; save: (text: string) => Promise<void> }>

/** Changes the text of a reply, in its place. */
export function ReplyEditor({ text, save }: ReplyEditorProps) {
  const t = useTranslations(journalMessages, 'shared')
  const [typed, setTyped] = useState(text)
  const { run, busy, failure } = useAction(
    () => save(typed),
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
        onChange={(event) => setTyped(event.target.value)}
      />
      <FailureNotice error={failure?.error} className="mt-2" />
      <div className="mt-1 flex gap-4">
        <SubmitButton variant="link" busy={busy} busyLabel={t('saving')}>
          {t('save')}
        </SubmitButton>
        <CancelButton variant="link" isChanged={typed !== text}>
          {t('cancel')}
        </CancelButton>
      </div>
    </form>
  )
}
