'use client'
import { useEffect } from 'react'
import { WhenOpen } from '@/components/device/when-open'
import { MomentForm, type MomentFormProps } from './moment-form'
import { loadAge } from '@/lib/vault/late-parts'
import type { Vault } from '@/lib/vault/vault'
import { useFormDraft } from '@/components/device/use-form-draft'

/**
 * The form of a moment, once the journal is open: its text is stored as a draft while it is typed, and sealed before it
 * is sent.
 */
export function NewMoment(form: MomentFormProps) {
  // Loads the sealing code while the person fills in the form, so that logging does not wait for it.
  useEffect(() => void loadAge().catch(() => undefined), [])
  return <WhenOpen lines={12}>{(vault) => <DraftedForm vault={vault} {...form} />}</WhenOpen>
}

function DraftedForm({ vault, ...form }: MomentFormProps & { vault: Vault }) {
  const { fields, change, keep, done } = useFormDraft(
    vault,
    { key: `${form.coupleId}/moment`, page: '/moments/new' },
    { words: '' },
  )
  return (
    <MomentForm
      vault={vault}
      {...form}
      words={fields.words}
      onWords={(words) => change('words', words)}
      onFailed={keep}
      onLogged={done}
    />
  )
}
