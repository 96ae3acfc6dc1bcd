'use client'
import { WhenOpen } from '@/components/accounts/when-open'
import { MomentForm, type MomentFormProps } from './moment-form'

/** The form, once the journal is open: its words are sealed before they leave. */
export const NewMoment = (form: MomentFormProps) => <WhenOpen lines={12}>{(vault) => <MomentForm vault={vault} {...form} />}</WhenOpen>
