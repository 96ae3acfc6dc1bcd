'use client'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { CancelButton } from '@/components/ui/form-in-place'
import { SubmitButton } from '@/components/ui/submit-button'
import { SelectField, TextField } from '@/components/ui/text-field'
import { useAction } from '@/components/ui/use-action'
import type { Partner } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Item } from '@/lib/plans/contract'

type ItemFormProps = Readonly<{
  people: readonly Partner[]
  from?: Item
  submit: string
  /** Resolves to false if it was not saved, to 'again' if the form goes on with another item. Does not throw. */
  save: (text: string, whoId: string | null) => Promise<boolean | 'again'>
  remove?: () => void
  /** Called after it was saved. */
  close: () => void
}>

/** What to bring or do, and who does it: a new item, or `from` to change. */
export function ItemForm({ people, from, submit, save, remove, close }: ItemFormProps) {
  const t = useTranslations(plansMessages)
  const [text, setText] = useState(from?.text ?? '')
  const [whoId, setWhoId] = useState<string | null>(from?.whoId ?? null)
  const [submitted, setSubmitted] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const { run, busy } = useAction(
    async () => {
      const kept = await save(text.trim(), whoId)
      if (kept === 'again') {
        setText('')
        setSubmitted(false)
        form.current?.querySelector('input')?.focus()
      } else if (kept) close()
    },
    () => null, // `save` shows its own failures
  )
  // of a new item the words alone: who does it stays chosen for the next one
  const isChanged = from ? text !== from.text || whoId !== from.whoId : text !== ''
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setSubmitted(true)
    if (text.trim() !== '') run()
  }
  return (
    <form ref={form} noValidate onSubmit={send} className="my-2 grid grid-cols-1 gap-4">
      <TextField
        label={t('items.text')}
        maxLength={200}
        value={text}
        error={submitted && text.trim() === '' && !busy ? t('items.textMissing') : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <SelectField
        label={t('items.who')}
        value={whoId ?? ''}
        onChange={(event) => setWhoId(event.target.value || null)}
      >
        <option value="">{t('items.either')}</option>
        {people.map(({ id, name }, index) => (
          <option key={id} value={id}>
            {index === 0 ? t('items.me') : name}
          </option>
        ))}
      </SelectField>
      <p className="flex flex-wrap gap-2">
        <SubmitButton variant="outline" size="small" busy={busy}>
          {submit}
        </SubmitButton>
        {remove ? (
          <Button size="small" variant="quiet" onClick={remove}>
            {t('items.remove')}
          </Button>
        ) : null}
        <CancelButton isChanged={isChanged}>{t('edit.cancel')}</CancelButton>
      </p>
    </form>
  )
}
