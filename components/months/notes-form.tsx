'use client'
import { useId, useState, type SubmitEvent } from 'react'
import { sendDraft } from '@/components/device/send-draft'
import { useFailure } from '@/components/device/use-failure'
import { useFormDraft } from '@/components/device/use-form-draft'
import { SavingLine } from '@/components/device/saving-line'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextArea } from '@/components/ui/text-area'
import { showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { useTranslations } from '@/lib/messages/use-translations'
import { hasNotes, noNotes, NOTES, sendNotes, type OpenedNotes } from '@/lib/months/device'
import type { MonthKey } from '@/lib/months/facts'
import type { Vault } from '@/lib/vault/vault'
import { failureOf, isStale } from './failure'
import { MonthFormButtons } from './month-form-buttons'

type NotesFormProps = Readonly<{
  monthKey: MonthKey
  vault: Vault
  mine: OpenedNotes | null
  partnerName: string
  onDone: () => void
  /** Another question on the page comes first, so the button is not the primary one. */
  quiet: boolean
}>

/** Asks for my three notes. The draft of them stays until they are sent. */
export function NotesForm({ monthKey, vault, mine, partnerName, onDone, quiet }: NotesFormProps) {
  const t = useTranslations(monthsMessages)
  const begin = mine?.opened.is === 'text' ? mine.opened.text : noNotes
  const draft = useFormDraft(
    vault,
    { key: `${monthKey.coupleId}/${monthKey.month}/notes`, page: `/months/${monthKey.month}` },
    begin,
  )
  const [empty, setEmpty] = useState(0) // how often the empty form was submitted
  const inWords = useFailure(failureOf)
  const { run, busy, failure, clear } = useAction(
    async () => {
      const { revealed } = await sendDraft(draft, () => sendNotes(browserDevice(), vault, monthKey, draft.fields, mine))
      showToast({ text: t(revealed ? 'notes.savedBoth' : 'notes.saved') })
      onDone()
    },
    (error) => {
      if (isStale(error)) onDone()
      return inWords(error, partnerName)
    },
    { leaves: true },
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    if (!hasNotes(draft.fields)) {
      clear()
      return setEmpty(empty + 1)
    }
    setEmpty(0)
    run()
  }
  const formId = useId()
  return (
    <form id={formId} method="post" onSubmit={submit}>
      <ErrorSummary
        title={empty > 0 ? t('notes.empty') : failure}
        attempt={empty}
        className="mb-4"
        fields={empty > 0 ? [{ id: 'closer', text: t('notes.closer') }] : []}
      />
      <div className="grid grid-cols-1 gap-y-5">
        {NOTES.map((note) => (
          <TextArea
            key={note}
            id={note}
            label={t(`notes.${note}`)}
            rows={2}
            maxLength={20_000}
            value={draft.fields[note]}
            onChange={(event) => draft.change(note, event.target.value)}
          />
        ))}
      </div>
      <p className="mt-3.5 text-small text-ink-3">{t('notes.hint')}</p>
      <SavingLine draft={draft} className="mt-2" />
      <MonthFormButtons
        form={formId}
        words={{ submit: t('notes.submit'), busy: t('notes.saving'), leave: t('notes.leave') }}
        quiet={quiet}
        busy={busy}
        {...(mine
          ? { changes: { isChanged: NOTES.some((note) => draft.fields[note] !== begin[note]), drop: draft.done } }
          : {})}
      />
    </form>
  )
}
