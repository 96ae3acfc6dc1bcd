'use client'
import type { FormDraft } from '@/lib/journal/draft-body'
import type { Vault } from '@/lib/vault/vault'
import { useDraft } from './use-draft'

type Fields = Readonly<Record<string, string>>

/** Which form: `of` names it among this person's drafts, `page` is where one goes on with it. */
export type FormPlace = Readonly<{ of: string; page: string }>

/** The words of a form that one is filling in, by the fields that it begins with. */
export function useFormDraft<F extends Fields>(vault: Vault, { of, page }: FormPlace, begin: F) {
  const { body, change, keep, done } = useDraft<FormDraft>(vault, of, { is: 'form', page, fields: begin })
  // A draft of before may lack a field, or have one that the form has no more.
  const fields = Object.fromEntries(Object.keys(begin).map((name) => [name, body.fields[name] ?? ''])) as F
  return {
    fields,
    change: (name: keyof F & string, text: string) => change({ is: 'form', page, fields: { ...fields, [name]: text } }),
    keep,
    done,
  }
}
