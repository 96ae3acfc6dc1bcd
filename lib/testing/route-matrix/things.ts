// The rows of ana's that the people of the route matrix ask for.
import { createHash } from 'node:crypto'
import { couples, policyNow, who } from '../policy-people'
import { bundleOf, sealedOf, SEALED_SQL } from '../sealed'

const id = (last: string) => `00000000-0000-4000-8000-0000000002${last}`
export const things = {
  private: id('01'),
  shared: id('02'),
  reply: id('03'),
  moment: id('04'),
  ritual: id('05'),
  terms: id('06'),
  proposal: id('07'),
  proposalTerms: id('08'),
  invite: id('09'),
  plan: id('0a'),
  item: id('0b'),
  kept: id('10'),
  line: id('11'),
  changed: id('0c'),
  changedTerms: id('0d'),
  suggested: id('0e'),
  answer: id('0f'),
}

export const sealed = sealedOf('sealed')
export const secretOf = (name: string) => createHash('sha256').update(`session of ${name}`).digest('base64url')
export const someKey = 'A'.repeat(43)
export const someBlob = 'B'.repeat(80)
/** The first occurrence of the ritual, as a client names it: UUIDv5 of ritual and date. Counted here by hand, not by our own code. */
export const onDate = '2026-11-24'
export const noRitual = '00000000-0000-4000-8000-0000000002ff'
export const occurrenceOf = (ritual: string) => {
  const hash = createHash('sha1')
    .update(Buffer.from(ritual.replaceAll('-', ''), 'hex'))
    .update(onDate)
    .digest()
    .subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** What ana's things are, in SQL. */
export const seeds = [
  `insert into private_entry values ('${who.ana}', '${things.private}', 1, ${SEALED_SQL}, '${policyNow}', '${policyNow}')`,
  `insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
    values ('${couples.now}', '${things.shared}', '${who.ana}', 1, 'reflection', '{emotional}', '${onDate}', ${SEALED_SQL}, '${policyNow}', '${policyNow}')`,
  `insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at)
    values ('${couples.now}', '${things.reply}', '${things.shared}', '${who.ana}', 1, '${onDate}', ${SEALED_SQL}, '${policyNow}', '${policyNow}')`,
  `insert into moment (couple_id, id, author_id, rev, day, types, who, sealed, added_at, written_at)
    values ('${couples.now}', '${things.moment}', '${who.ana}', 1, '${onDate}', '{physical}', 'both', ${SEALED_SQL}, '${policyNow}', '${policyNow}')`,
  ...[who.ana, who.ben].map(
    (person) => `insert into moment_part (couple_id, moment_id, person_id, day, types)
    values ('${couples.now}', '${things.moment}', '${person}', '${onDate}', '{physical}')`,
  ),
  ...[
    [things.ritual, things.terms, [who.ana, who.ben]],
    [things.proposal, things.proposalTerms, [who.ana]],
    [things.changed, things.changedTerms, [who.ana, who.ben]],
  ].flatMap(([ritual, terms, agreed]) => [
    `insert into ritual (couple_id, id, proposer_id, proposed_at) values ('${couples.now}', '${String(ritual)}', '${who.ana}', '${policyNow}')`,
    `insert into ritual_terms (couple_id, id, ritual_id, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
      values ('${couples.now}', '${String(terms)}', '${String(ritual)}', '${who.ana}', '${policyNow}', 'Soup', '{experiential}', '{2}', '2026-11-03', 1, '08:00', 60, 'Europe/Lisbon', 1)`,
    ...(agreed as string[]).map(
      (person) =>
        `insert into agreement (couple_id, terms_id, person_id, agreed_at) values ('${couples.now}', '${String(terms)}', '${person}', '${policyNow}')`,
    ),
  ]),
  `insert into ritual_terms (couple_id, id, ritual_id, version, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
    values ('${couples.now}', '${things.suggested}', '${things.changed}', 2, '${who.ana}', '${policyNow}', 'Soup', '{experiential}', '{5}', '2026-11-03', 1, '08:00', 60, 'Europe/Lisbon', 1)`,
  ...[
    `'2026-10', 1, '${who.ana}', false, 'emotional', true`,
    `'2026-09', 1, '${who.ana}', false, null, true`,
    `'2026-09', 2, '${who.ben}', true, null, false`,
  ].map((yes) => `insert into month_closing values ('${couples.now}', ${yes}, '${policyNow}')`),
  `insert into plan (couple_id, id, on_date, version, title, types, planned_on, minutes, zone) values ('${couples.now}', '${things.kept}', '${onDate}', 1, 'A walk', '{}', '${onDate}', 60, 'Europe/Lisbon')`,
  `insert into taking_part (couple_id, plan_id, person_id, day, types, took_part) values ('${couples.now}', '${things.kept}', '${who.ana}', '${onDate}', '{}', true)`,
  `insert into invite (pair_id, inviter_id, token_hash, inviter_bundle, inviter_mac, week_start, created_at, expires_at)
    values ('${things.invite}', '${who.xan}', repeat('o', 32)::bytea, '${JSON.stringify(bundleOf(who.xan))}', '${someKey}', 1, '${policyNow}', '2026-11-27T12:00:00Z')`,
]
