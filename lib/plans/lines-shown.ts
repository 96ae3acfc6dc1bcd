import type { OpenedLine } from './line'

/** A line that can be shown. */
export type ShownLine = Pick<OpenedLine, 'planId' | 'personId' | 'plannedOn'> & Readonly<{ text: string }>

/** The lines that were opened and hold words. */
export const linesShown = (lines: readonly OpenedLine[]): ShownLine[] =>
  lines.flatMap(({ planId, personId, plannedOn, opened }) =>
    opened.is === 'text' && opened.text.trim() !== '' ? [{ planId, personId, plannedOn, text: opened.text }] : [],
  )
