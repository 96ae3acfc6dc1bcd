'use client'
import { useEffect } from 'react'
import { WhenOpen } from '@/components/accounts/when-open'
import { loadAge } from '@/lib/vault/late-parts'
import { MomentForm, type MomentFormProps } from './moment-form'

/** The form, once the journal is open: its words are sealed before they leave. */
export function NewMoment(form: MomentFormProps) {
  // What seals comes while one is still choosing, so that logging waits for the network once.
  useEffect(() => void loadAge().catch(() => undefined), [])
  return <WhenOpen lines={12}>{(vault) => <MomentForm vault={vault} {...form} />}</WhenOpen>
}
