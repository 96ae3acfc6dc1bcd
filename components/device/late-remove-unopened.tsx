'use client'
import { latePart } from './late-part'

/** `RemoveUnopened`, loaded where a row can't be opened, which is hardly ever. */
export const LateRemoveUnopened = latePart(async () => (await import('./remove-unopened')).RemoveUnopened, { lines: 1 })
