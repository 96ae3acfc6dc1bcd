'use client'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { CancelButton } from '@/components/ui/form-in-place'
import { SubmitButton } from '@/components/ui/submit-button'
import { SelectField, TextField } from '@/components/ui/text-field'
import { useAction } from '@/components/ui/use-action'
import { useUnsent } from '@/components/ui/use-unsent'
import type { Partner } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Item } from '@/lib/plans/contract'

type ItemFormProps = Readonly<{
  people: readonly Partner[]
  planId: string
  from?: Item
  submit: string
  /**
   * `id` is that of a new item. Resolves to false if it was not saved, to 'again' if the form goes on with another item.
   * Does not throw.
   */
  save: (fields: Readonly<{ text: string; whoId: string | null }>, id: string) => Promise<boolean | 'again'>
  remove?: () => void
  /** Called after it was saved. */
  close: () => void
}>

/** What to bring or do, and who does it: a new item, or `from` to change. */
export function ItemForm({ people, planId, from, submit, save, remove, close }: ItemFormProps) {
  const t = useTranslations(plansMessages)
  // who does it stays chosen for the next new item
  const [lastWho, setLastWho] = useState<string | null>(null)
  const unsent = useUnsent<Pick<Item, 'text' | 'whoId'>, string>(
    from ? `item ${from.id}` : `new item ${planId}`,
    from ? { text: from.text, whoId: from.whoId } : { text: '', whoId: lastWho },
    () => crypto.randomUUID(),
  )
  const { text, whoId } = unsent.fields
  const { text: touched } = unsent.from
  const isOvertaken = from && touched !== undefined && touched !== from.text && text.trim() !== from.text
  const [submitted, setSubmitted] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const { run, busy } = useAction(
    async () => {
      const kept = await save({ text: text.trim(), whoId }, unsent.ids)
      if (!kept) return
      unsent.sent()
      if (kept === true) return close()
      setLastWho(whoId)
      unsent.restart()
      setSubmitted(false)
      form.current?.querySelector('input')?.focus()
    },
    () => null, // `save` shows its own failures
  )
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setSubmitted(true)
    if (text.trim() !== '') run()
  }
  return (
    <form ref={form} noValidate onSubmit={send} className="my-2 grid grid-cols-1 gap-4">
      {unsent.notice}
      {isOvertaken ? (
        <p role="alert" className="text-small text-ink-2">
          {t('items.collides', { name: people[1]?.name ?? '', text: from.text })}
        </p>
      ) : null}
      <TextField
        label={t('items.text')}
        hint={t('edit.bothCan')}
        maxLength={200}
        value={text}
        error={submitted && text.trim() === '' && !busy ? t('items.textMissing') : undefined}
        onChange={(event) => unsent.change({ text: event.target.value })}
      />
      <SelectField
        label={t('items.who')}
        value={whoId ?? ''}
        onChange={(event) => unsent.change({ whoId: event.target.value || null })}
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
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              unsent.sent()
              remove()
            }}
          >
            {t('items.remove')}
          </Button>
        ) : null}
        <CancelButton>{t('edit.cancel')}</CancelButton>
      </p>
    </form>
  )
}
