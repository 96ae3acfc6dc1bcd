'use client'
import { formDrafts } from '@/lib/device/form-draft'
import type { Vault } from '@/lib/vault/vault'
import { useDraft } from './use-draft'

type FormFields = Readonly<Record<string, string>>

/** Identifies a form: `key` names it among the person's drafts, `page` is where they continue it. */
export type FormPlace = Readonly<{ key: string; page: string }>

/**
 * Keeps the draft of a form. `initial` has the fields and their first text, `initialChoices` what is chosen beside them,
 * which is kept with the text and never shown as a part of it.
 */
export function useFormDraft<F extends FormFields>(
  vault: Vault,
  { key, page }: FormPlace,
  initial: F,
  initialChoices: FormFields = {},
) {
  const { body, saving, change, keep, done } = useDraft(vault, formDrafts, key, { is: 'form', page, fields: initial })
  // An older draft may lack a field, or have one that the form no longer has.
  const fields = Object.fromEntries(Object.keys(initial).map((name) => [name, body.fields[name] ?? ''])) as F
  const choices = { ...initialChoices, ...body.choices }
  return {
    fields,
    choices,
    saving,
    change: (name: keyof F & string, text: string) => change({ ...body, page, fields: { ...fields, [name]: text } }),
    choose: (name: string, choice: string) => change({ ...body, page, choices: { ...choices, [name]: choice } }),
    keep,
    done,
  }
}
