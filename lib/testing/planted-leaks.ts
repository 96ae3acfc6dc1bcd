// Leaks that somebody could build by mistake. Each is a database trigger, so the app needs no hook for them.
import { withConnection } from '@/lib/db/connection'
import { superuser } from '@/lib/db/postgres-cluster'
import { clusterUrl, theCluster } from './cluster'
import { foreignPage, wrongPhrase } from './partner-view'
import type { PrivateAct } from './private-acts'

export type PlantedLeak = Readonly<{
  /** The private act, which adds or changes a row of the table `on`. That row belongs to the person or names them. */
  act: PrivateAct
  on: string
  /** SQL that changes rows of the table `moves`. It may use `me`, `partner`, `ours` (the couple) and `new` (the row). */
  does: string
  moves: string
  /** Where, at least, the partner can see it. */
  shows: readonly string[]
}>

/** One for each channel that could reveal a private act. */
export const leaks: Readonly<Record<string, PlantedLeak>> = {
  'a count: a private page counts as a day fed': {
    act: 'writes a page',
    on: 'private_entry',
    moves: 'moment_part',
    does: `insert into moment_part (couple_id, moment_id, person_id, day, types)
      select ours, m.id, me, m.day, '{spiritual}' from moment m where m.couple_id = ours on conflict do nothing`,
    shows: ['/api/dashboard', '/lately'],
  },
  'a version: an answer for the week, still blind, makes an ETag another': {
    act: 'answers how close the week feels, then changes the answer',
    on: 'check_in',
    moves: 'shared_entry',
    does: `update shared_entry set rev = rev + 1 where couple_id = ours and author_id = me`,
    shows: ['/api/shared-entries', '/api/shared-entries/{pageId}'],
  },
  'a time: notes, still blind, touch when a reply came': {
    act: 'writes three notes for the month, then changes them',
    on: 'month_note',
    moves: 'reply',
    does: `update reply set added_at = new.written_at where couple_id = ours`,
    shows: ['/api/shared-entries/{pageId}/replies'],
  },
  'an order: a change of the account puts the first thing to bring last': {
    act: 'changes the language',
    on: 'account',
    moves: 'plan_item',
    does: `update plan_item set added_at = added_at + interval '1 second'
      where couple_id = ours and id = (select i.id from plan_item i where i.couple_id = ours order by i.added_at, i.id limit 1)`,
    shows: ['/api/plans/{id}', '/api/weeks/{week}', '/week/[week]'],
  },
  'a quota: signing in elsewhere spends the tries of both': {
    act: 'signs in elsewhere, and out everywhere else',
    on: 'session',
    moves: 'throttle',
    does: `update throttle set next_at = new.expires_at`,
    shows: [wrongPhrase],
  },
  'a sum: what is kept in private takes up the partner’s room': {
    act: 'writes a page',
    on: 'private_entry',
    moves: 'sealed_use',
    does: `insert into sealed_use as u (owner_id, shard, bytes) values (partner, 99, octet_length(new.sealed))
      on conflict (owner_id, shard) do update set bytes = u.bytes + excluded.bytes`,
    shows: ['/api/me'],
  },
  'a status: a private page that is asked for by its id is no longer “not found”': {
    act: 'answers the voice',
    on: 'private_entry',
    moves: 'private_entry',
    does: `insert into private_entry (owner_id, id, rev, sealed, added_at, written_at)
      select partner, e.id, e.rev, e.sealed, e.added_at, e.written_at from private_entry e where e.owner_id = me on conflict do nothing`,
    shows: ['/api/entries/{id}', foreignPage],
  },
  'a size: how a plan felt, still blind, lengthens a sealed line': {
    act: 'says how a plan felt, then changes it',
    on: 'felt',
    moves: 'plan_line',
    does: `update plan_line set sealed = sealed || sealed where couple_id = ours and person_id = me`,
    shows: ['/api/plans/{id}'],
  },
  'a blind row: marks show before the other’s are in': {
    act: 'marks hopes, then changes them',
    on: 'hope',
    moves: 'hope',
    does: `update hope set revealed_at = current_setting('app.now')::timestamptz where couple_id = ours`,
    shows: ['/api/couple/hopes'],
  },
}

/**
 * Runs `work` while a leak is in the served app's database, and restores the rows that it changed, and how much each stores. The trigger passes every policy, as a
 * job does. Restoring past foreign keys and other triggers needs the superuser.
 */
export async function withLeak<T>(
  ownerUrl: string,
  { on, does, moves }: PlantedLeak,
  work: () => Promise<T>,
): Promise<T> {
  const database = new URL(ownerUrl).pathname.slice(1)
  return withConnection(clusterUrl(theCluster(), database, superuser), async (db) => {
    await db.query(`create temporary table kept as table ${moves}; create temporary table kept_use as table sealed_use`)
    await db.query(`
      create function planted_leak() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        me uuid := coalesce(to_jsonb(new) ->> 'owner_id', to_jsonb(new) ->> 'person_id');
        ours uuid := (select m.couple_id from membership m where m.person_id = me and m.left_at is null);
        partner uuid := (select m.person_id from membership m where m.couple_id = ours and m.person_id <> me);
      begin
        if pg_trigger_depth() = 1 then ${does}; end if;
        return null;
      end $$;
      create trigger planted_leak after insert or update on ${on} for each row execute function planted_leak()`)
    try {
      return await work()
    } finally {
      await db.query('drop function planted_leak cascade')
      await db.query(
        `begin; set local session_replication_role = replica; delete from ${moves}; insert into ${moves} table kept;
          delete from sealed_use; insert into sealed_use table kept_use; commit`,
      )
    }
  })
}
