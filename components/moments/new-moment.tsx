'use client'
import { useEffect } from 'react'
import { WhenOpen } from '@/components/device/when-open'
import { MomentForm, type MomentFormProps } from './moment-form'
import { loadAge } from '@/lib/vault/late-parts'
import type { Vault } from '@/lib/vault/vault'
import { useFormDraft } from '@/components/device/use-form-draft'

/** The form of a moment, once the journal is open: its words are sealed before they leave, and kept here while they are typed. */
export function NewMoment(form: MomentFormProps) {
  // What seals comes while one is still choosing, so that logging waits for the network once.
  useEffect(() => void loadAge().catch(() => undefined), [])
  return <WhenOpen lines={12}>{(vault) => <Drafted vault={vault} {...form} />}</WhenOpen>
}

function Drafted({ vault, ...form }: MomentFormProps & { vault: Vault }) {
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
