'use client'
import { SavingLine } from '@/components/device/saving-line'
import type { PageDrafting } from './use-page-draft'
import { OnlyYou } from './who-reads'

/** Who reads a page that is being written, and whether it is saved. */
export const PrivateSaving = ({ draft }: { draft: PageDrafting }) => (
  <>
    <OnlyYou wasShared={(draft.body.sharedAs ?? []).length > 0} />
    <SavingLine draft={draft} />
  </>
)
