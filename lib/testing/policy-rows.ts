// Rows of ana's, one per table, as SQL for policy-matrix.
import { policyNow, who } from './policy-people'
import { SEALED_SQL } from './sealed'

/** A row of ana's, in a couple or hers alone: how it is inserted, found and changed. `$1` is the couple. */
export type MatrixRow = {
  /** The insert that is tried as each person. `before` are inserts of the rows that it needs. */
  insert: string
  before?: readonly string[]
  where: string
  update?: string
}

export const id = (last: string) => `00000000-0000-4000-8000-0000000001${last}`
const A = `'${who.ana}'`
export const entry = id('01')
export const sharedEntry = (
  authorId: string,
) => `insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
  values ($1, '${entry}', '${authorId}', 1, 'reflection', '{emotional}', '2026-11-24', ${SEALED_SQL}, '${policyNow}', '${policyNow}')`
const moment = `insert into moment (couple_id, id, author_id, rev, day, types, who, sealed, added_at, written_at)
  values ($1, '${id('02')}', ${A}, 1, '2026-11-24', '{emotional}', 'both', ${SEALED_SQL}, '${policyNow}', '${policyNow}')`
const ritual = `insert into ritual (couple_id, id, proposer_id, proposed_at) values ($1, '${id('03')}', ${A}, '${policyNow}')`
const terms = `insert into ritual_terms (couple_id, id, ritual_id, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
  values ($1, '${id('04')}', '${id('03')}', ${A}, '${policyNow}', 'Soup', '{experiential}', '{4}', '2026-11-26', 1, '20:00', 60, 'Europe/Lisbon', 1)`
const agree = (termsId: string) =>
  `insert into agreement (couple_id, terms_id, person_id, agreed_at) select $1, '${termsId}', person_id, '${policyNow}' from membership where couple_id = $1`
const suggested = terms
  .replace(id('04'), id('06'))
  .replace('(couple_id, id, ', '(version, couple_id, id, ')
  .replace('values ($1', 'values (2, $1')
const mark = `insert into taking_part (couple_id, plan_id, person_id, day, types, took_part) values ($1, '${id('05')}', ${A}, '2026-11-26', '{experiential}', true)`
const plan = `insert into plan (couple_id, id, ritual_id, on_date, version, title, types, planned_on, time, minutes, zone)
  values ($1, '${id('05')}', '${id('03')}', '2026-11-26', 1, 'Soup', '{experiential}', '2026-11-26', '20:00', 60, 'Europe/Lisbon')`

export const closing = `insert into month_closing (couple_id, month, number, person_id, closes, focus, with_change, said_at)
  values ($1, '2026-11', 1, ${A}, false, 'emotional', true, '${policyNow}')`

export const rows: Record<string, MatrixRow> = {
  private_entry: {
    insert: `insert into private_entry (owner_id, id, rev, sealed, added_at, written_at) values (${A}, '${id('10')}', 1, ${SEALED_SQL}, '${policyNow}', '${policyNow}')`,
    where: `id = '${id('10')}'`,
    update: 'rev = rev + 1',
  },
  shared_entry: { insert: sharedEntry(who.ana), where: `id = '${entry}'`, update: 'rev = rev + 1' },
  reply: {
    before: [sharedEntry(who.ana)],
    insert: `insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at)
      values ($1, '${id('11')}', '${entry}', ${A}, 1, '2026-11-24', ${SEALED_SQL}, '${policyNow}', '${policyNow}')`,
    where: `id = '${id('11')}'`,
    update: 'rev = rev + 1',
  },
  moment: { insert: moment, where: `id = '${id('02')}'`, update: 'rev = rev + 1' },
  moment_part: {
    before: [moment],
    insert: `insert into moment_part (couple_id, moment_id, person_id, day, types) values ($1, '${id('02')}', ${A}, '2026-11-24', '{emotional}')`,
    where: `moment_id = '${id('02')}' and person_id = ${A}`,
    update: 'taken_out = true',
  },
  hope: {
    insert: `insert into hope (couple_id, subject, person_id, fed, more) values ($1, 'hopes', ${A}, '{emotional}', '{}')`,
    where: `subject = 'hopes' and person_id = ${A}`,
    update: `more = '{physical}'`,
  },
  check_in: {
    insert: `insert into check_in (couple_id, subject, person_id, now, wish, emotional_now) values ($1, '2026-W48', ${A}, 4, 3, 5)`,
    where: `subject = '2026-W48' and person_id = ${A}`,
    update: 'wish = 5, emotional_wish = 2',
  },
  month_note: {
    insert: `insert into month_note (couple_id, subject, person_id, id, rev, sealed, written_at) values ($1, '2026-11', ${A}, '${id('13')}', 1, ${SEALED_SQL}, '${policyNow}')`,
    where: `subject = '2026-11' and person_id = ${A}`,
    update: 'rev = rev + 1',
  },
  month_help: {
    insert: `insert into month_help (couple_id, subject, person_id, answer) values ($1, '2026-10', ${A}, 'helped')`,
    where: `subject = '2026-10' and person_id = ${A}`,
    update: `answer = 'a_little'`,
  },
  month_closing: { insert: closing, where: 'number = 1' },
  month_change: {
    before: [closing],
    insert: `insert into month_change (couple_id, month, number, person_id, id, sealed, written_at) values ($1, '2026-11', 1, ${A}, '${id('14')}', ${SEALED_SQL}, '${policyNow}')`,
    where: 'number = 1',
  },
  ritual: {
    insert: ritual,
    where: `id = '${id('03')}'`,
    update: `ended_at = '${policyNow}', ended_by_id = current_setting('app.person')::uuid`,
  },
  ritual_terms: { before: [ritual], insert: terms, where: `id = '${id('04')}'` },
  agreement: {
    before: [ritual, terms],
    insert: `insert into agreement (couple_id, terms_id, person_id, agreed_at) values ($1, '${id('04')}', ${A}, '${policyNow}')`,
    where: `terms_id = '${id('04')}' and person_id = ${A}`,
  },
  terms_closing: {
    before: [ritual, terms, agree(id('04')), suggested],
    insert: `insert into terms_closing (couple_id, terms_id, person_id, closed_at) values ($1, '${id('06')}', ${A}, '${policyNow}')`,
    where: `terms_id = '${id('06')}'`,
    update: `closed_at = '${policyNow}'`,
  },
  ritual_pause: {
    before: [ritual, terms, agree(id('04'))],
    insert: `insert into ritual_pause (couple_id, ritual_id, person_id, said_at, from_day) values ($1, '${id('03')}', ${A}, '${policyNow}', '2026-11-24')`,
    where: `ritual_id = '${id('03')}'`,
    update: `to_day = '2026-11-24'`,
  },
  meaning: {
    before: [ritual],
    insert: `insert into meaning (couple_id, ritual_id, person_id, id, rev, sealed, written_at) values ($1, '${id('03')}', ${A}, '${id('12')}', 1, ${SEALED_SQL}, '${policyNow}')`,
    where: `id = '${id('12')}'`,
    update: 'rev = rev + 1',
  },
  plan: { before: [ritual], insert: plan, where: `id = '${id('05')}'`, update: `version = 2, place = 'the kitchen'` },
  plan_item: {
    before: [ritual, plan],
    insert: `insert into plan_item (couple_id, plan_id, id, version, text, who_id, added_at) values ($1, '${id('05')}', '${id('13')}', 1, 'Lentils', ${A}, '${policyNow}')`,
    where: `id = '${id('13')}'`,
    update: 'version = 2, done = true',
  },
  felt: {
    before: [ritual, plan, mark],
    insert: `insert into felt (couple_id, subject, person_id, felt) values ($1, '${id('05')}', ${A}, 5)`,
    where: `subject = '${id('05')}' and person_id = ${A}`,
    update: 'felt = 6',
  },
  plan_line: {
    before: [ritual, plan],
    insert: `insert into plan_line (couple_id, plan_id, person_id, id, rev, sealed, written_at) values ($1, '${id('05')}', ${A}, '${id('14')}', 1, ${SEALED_SQL}, '${policyNow}')`,
    where: `id = '${id('14')}'`,
    update: 'rev = rev + 1',
  },
  week_ready: {
    insert: `insert into week_ready (couple_id, week, person_id, version) values ($1, '2026-W48', ${A}, 'as it is')`,
    where: `week = '2026-W48' and person_id = ${A}`,
    update: 'version = null',
  },
  taking_part: {
    before: [ritual, plan],
    insert: mark,
    where: `plan_id = '${id('05')}' and person_id = ${A}`,
    update: 'took_part = false',
  },
}
