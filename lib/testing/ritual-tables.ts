// The tables of rituals and plans, emptied between the tests of a file.
import type { TestDatabase } from './database'

/** Each before the ones that it refers to. */
const TABLES = [
  'taking_part',
  'plan',
  'meaning',
  'ritual_pause',
  'terms_closing',
  'agreement',
  'ritual_terms',
  'ritual',
]

/** Removes all rituals, with what hangs on them. */
export async function emptyRituals(owner: TestDatabase['owner']): Promise<void> {
  for (const table of TABLES) await owner.query(`delete from ${table}`)
}
