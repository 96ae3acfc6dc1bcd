-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "placed_by_id" UUID;

-- AlterTable
ALTER TABLE "plan_item" ADD COLUMN     "added_by_id" UUID;

-- CreateTable
CREATE TABLE "sealed_use" (
    "owner_id" UUID NOT NULL,
    "shard" SMALLINT NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "sealed_use_pkey" PRIMARY KEY ("owner_id","shard")
);

-- CreateIndex
CREATE INDEX "reply_couple_id_added_at_id_idx" ON "reply"("couple_id", "added_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "moment_couple_id_day_idx" ON "moment"("couple_id", "day");

-- CreateIndex
CREATE INDEX "plan_couple_id_on_date_idx" ON "plan"("couple_id", "on_date");

-- AddForeignKey
ALTER TABLE "sealed_use" ADD CONSTRAINT "sealed_use_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;


-- How much one person may store, so that the work of a request does not grow with what the other stored. Each limit counts the rows of
-- the person who writes, never the couple's: nobody can use up the partner's. lib/limits.ts has the same names and numbers, and a
-- test compares them. Rows from before stay, and count. FF422 with the limit's name becomes the problem too-much.

-- Whether somebody entered. The owner loads and moves rows without: a limit is for people.
create function gate.has_entered() returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(current_setting('app.person', true), '') <> '';
end $$;

create procedure gate.refuse_over(limit_name text, total bigint, most bigint) language plpgsql as $$
begin
  if total > most then raise exception 'too-much: %', limit_name using errcode = 'FF422'; end if;
end $$;

-- Counts after the insert, so that a repeated request, which adds no row, is not refused. The lock lets the person's own requests count
-- one after the other; each statement sees what was committed meanwhile.
-- Arguments: the name, the number, the columns that name whose and of what, and a condition of the rows that count.
create function gate.within_limit() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  total bigint;
  same text := (select string_agg(format('t.%1$I = ($1).%1$I', c), ' and ') from unnest(string_to_array(tg_argv[2], ',')) c);
begin
  if not gate.has_entered() then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(tg_argv[0] || ' ' || gate.person()::text, 0));
  execute format('select count(*) from (select from public.%I t where %s and %s limit %s) t', tg_table_name, same,
    coalesce(tg_argv[3], 'true'), tg_argv[1]::bigint + 1) using new into total;
  call gate.refuse_over(tg_argv[0], total, tg_argv[1]::bigint);
  return null;
end $$;

create trigger limit_rituals after insert on ritual for each row
  execute function gate.within_limit('rituals', 500, 'couple_id,proposer_id');
create trigger limit_open_rituals after insert on ritual for each row
  execute function gate.within_limit('openRituals', 20, 'couple_id,proposer_id', 'ended_at is null');
create trigger limit_open_again after update of ended_at on ritual for each row when (new.ended_at is null and old.ended_at is not null)
  execute function gate.within_limit('openRituals', 20, 'couple_id,proposer_id', 'ended_at is null');
create trigger limit_terms after insert on ritual_terms for each row
  execute function gate.within_limit('termsOfRitual', 50, 'couple_id,ritual_id,proposer_id');
create trigger limit_rests after insert on ritual_pause for each row
  execute function gate.within_limit('restsOfRitual', 50, 'couple_id,ritual_id,person_id');
create trigger limit_moments after insert on moment for each row
  execute function gate.within_limit('momentsOfDay', 50, 'couple_id,day,author_id');
create trigger limit_shared_pages after insert on shared_entry for each row
  execute function gate.within_limit('sharedPagesOfDay', 50, 'couple_id,day,author_id');
create trigger limit_replies after insert on reply for each row
  execute function gate.within_limit('repliesOfDay', 200, 'couple_id,day,author_id');
create trigger limit_closings after insert on month_closing for each row
  execute function gate.within_limit('versionsOfMonth', 50, 'couple_id,month,person_id', 'not closes');

-- A rest ends within a year: dates are looked for that far ahead. Rests from before stay.
alter table ritual_pause add constraint rest_within_a_year check (to_day - from_day <= 366) not valid;

-- A plan counts for whoever put it on its day, and an item for whoever put it there: a person who moves or brings back what the other
-- made does not fill the other's limit.
create function gate.note_placed_by() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if gate.has_entered() then new.placed_by_id := gate.person(); end if;
  return new;
end $$;
create trigger note_placed_by before insert on plan for each row execute function gate.note_placed_by();
create trigger note_moved_by before update of planned_on on plan for each row when (new.planned_on <> old.planned_on)
  execute function gate.note_placed_by();

create function gate.note_added_by() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if gate.has_entered() then new.added_by_id := gate.person(); end if;
  return new;
end $$;
create trigger note_added_by before insert on plan_item for each row execute function gate.note_added_by();
create trigger note_brought_by before update of removed on plan_item for each row when (old.removed and not new.removed)
  execute function gate.note_added_by();

-- Plans of one day, and plans that may be ahead for either: on such a day, or moved away from one. Nine days back cover a week and the
-- days beside it, in any zone. Arguments: plansOfDay, plansAhead, itemsOfWeek for both.
create function gate.plans_within_limits() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  total bigint;
  since date;
begin
  if not gate.has_entered() then return null; end if;
  since := (current_setting('app.now')::timestamptz at time zone 'UTC')::date - 9;
  perform pg_advisory_xact_lock(hashtextextended('plans ' || gate.person()::text, 0));
  select count(*) into total from (select from public.plan t where t.couple_id = new.couple_id and t.planned_on = new.planned_on
    and t.placed_by_id = new.placed_by_id limit tg_argv[0]::bigint + 1) t;
  call gate.refuse_over('plansOfDay', total, tg_argv[0]::bigint);
  if new.planned_on >= since or (new.ritual_id is not null and new.on_date >= since) then
    select count(*) into total from (select from public.plan t where t.couple_id = new.couple_id and t.placed_by_id = new.placed_by_id
      and (t.planned_on >= since or (t.ritual_id is not null and t.on_date >= since)) limit tg_argv[1]::bigint + 1) t;
    call gate.refuse_over('plansAhead', total, tg_argv[1]::bigint);
  end if;
  -- A plan that is moved takes its items along, whoever wrote them. What the partner put on plans of their own does not count here, or
  -- they could keep this person from moving a plan to a day.
  if tg_op = 'UPDATE' and exists (select from public.plan_item i where i.couple_id = new.couple_id and i.plan_id = new.id and not i.removed) then
    select count(*) into total from (select from public.plan t join public.plan_item i on i.couple_id = t.couple_id and i.plan_id = t.id
      where t.couple_id = new.couple_id and t.planned_on between new.planned_on - 6 and new.planned_on + 6 and not i.removed
        and (t.placed_by_id = gate.person() or i.added_by_id = gate.person())
      limit 2 * tg_argv[2]::bigint + 1) t;
    call gate.refuse_over('itemsOfWeek', total, 2 * tg_argv[2]::bigint);
  end if;
  return null;
end $$;
create trigger limit_plans after insert on plan for each row
  execute function gate.plans_within_limits(50, 200, 200);
create trigger limit_moved after update of planned_on on plan for each row
  when (new.planned_on <> old.planned_on) execute function gate.plans_within_limits(50, 200, 200);

-- Items of one plan, removed ones too, and items of the days around it, which a week reads.
create function gate.items_within_limits() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  total bigint;
  day date := (select p.planned_on from public.plan p where p.couple_id = new.couple_id and p.id = new.plan_id);
begin
  if not gate.has_entered() then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('items ' || gate.person()::text, 0));
  select count(*) into total from (select from public.plan_item t where t.couple_id = new.couple_id and t.plan_id = new.plan_id
    and t.added_by_id = new.added_by_id limit tg_argv[0]::bigint + 1) t;
  call gate.refuse_over('itemsOfPlan', total, tg_argv[0]::bigint);
  select count(*) into total from (select from public.plan p join public.plan_item t on t.couple_id = p.couple_id and t.plan_id = p.id
    where p.couple_id = new.couple_id and p.planned_on between day - 6 and day + 6 and t.added_by_id = new.added_by_id
      and not t.removed limit tg_argv[1]::bigint + 1) t;
  call gate.refuse_over('itemsOfWeek', total, tg_argv[1]::bigint);
  return null;
end $$;
create trigger limit_items after insert on plan_item for each row
  execute function gate.items_within_limits(100, 200);
create trigger limit_brought_back after update of removed on plan_item for each row
  when (old.removed and not new.removed) execute function gate.items_within_limits(100, 200);

-- A person's devices are listed on one page. A further sign-in ends the session that was used longest ago, and is never refused.
create function gate.end_oldest_session() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.session s where s.person_id = new.person_id and s.id in (select o.id from public.session o
    where o.person_id = new.person_id and o.id <> new.id order by o.last_used_on desc, o.signed_in_on desc, o.id offset tg_argv[0]::bigint - 1);
  return null;
end $$;
revoke all on function gate.end_oldest_session from public;
create trigger limit_sessions after insert on session for each row execute function gate.end_oldest_session(50);

-- How many bytes of sealed text a person stores, over all tables, for them alone. Rows of a table of its own: no other row says how
-- much somebody keeps in private. Only the trigger writes them. A removed row is a small empty text, so what is at most 2 KiB may always
-- replace a row: removing passes, however much is stored.
-- The sum is spread over sixteen rows, one of which each connection adds to: with a single one, a person's writes would wait for each
-- other's commit. Far from the limit, writes hold a lock that they share. Within 34 MiB of it they hold it alone, and so see each other.
-- All writes at once, of at most 1 MiB each, can't bridge 32 MiB; what brings the sum nearer while it shares the lock is tried again.
-- Arguments: the column of the author, and the limit.
alter table sealed_use enable row level security;
create policy read on sealed_use for select using (owner_id = (select gate.person()));
call gate.grant_web('select on sealed_use');

create function gate.count_sealed() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  sums text := case when tg_op = 'INSERT' then 'select %1$I as who, sum(octet_length(sealed)) as bytes from added group by 1'
    else 'select who, sum(size) as bytes from (select %1$I as who, octet_length(sealed) as size from added
      union all select %1$I, -octet_length(sealed) from replaced) t group by 1 having sum(size) <> 0' end;
  most constant bigint := tg_argv[1]::bigint;
  near constant bigint := most - 32 * 1024 * 1024;
  key bigint;
  is_alone boolean;
  grows boolean;
  total bigint;
begin
  if gate.has_entered() then
    key := hashtextextended('sealed ' || gate.person()::text, 0);
    is_alone := (select coalesce(sum(bytes), 0) from public.sealed_use where owner_id = gate.person()) > near - 2 * 1024 * 1024;
    if is_alone then perform pg_advisory_xact_lock(key); else perform pg_advisory_xact_lock_shared(key); end if;
  end if;
  execute format('insert into public.sealed_use as u (owner_id, shard, bytes) select who, $1, bytes from (' || sums || ') s order by who
    on conflict (owner_id, shard) do update set bytes = u.bytes + excluded.bytes', tg_argv[0]) using pg_backend_pid() % 16;
  if not gate.has_entered() then return null; end if;
  if tg_op = 'INSERT' then
    grows := true;
  else
    grows := (select sum(octet_length(sealed)) from added) > (select sum(octet_length(sealed)) from replaced)
      and (select max(octet_length(sealed)) from added) > 2048;
  end if;
  if grows then
    select sum(bytes) into total from public.sealed_use where owner_id = gate.person();
    if total > near and not is_alone then
      if total > most then call gate.refuse_over('sealedBytes', total, most); end if;
      -- Others came near meanwhile: once more, alone.
      raise exception 'The sum of sealed text came near its limit.' using errcode = 'serialization_failure';
    end if;
    call gate.refuse_over('sealedBytes', total, most);
  end if;
  return null;
end $$;

do $$
declare t text; who text;
begin
  foreach t in array array['private_entry:owner_id', 'shared_entry:author_id', 'reply:author_id', 'moment:author_id', 'meaning:person_id',
    'plan_line:person_id', 'month_note:person_id', 'month_change:person_id'] loop
    who := split_part(t, ':', 2); t := split_part(t, ':', 1);
    execute format('insert into sealed_use as u (owner_id, shard, bytes) select %I, 0, sum(octet_length(sealed)) from %I group by 1
      on conflict (owner_id, shard) do update set bytes = u.bytes + excluded.bytes', who, t);
    execute format('create trigger count_sealed_added after insert on %I referencing new table as added
      for each statement execute function gate.count_sealed(%L, 209715200)', t, who);
    execute format('create trigger count_sealed_changed after update on %I referencing old table as replaced new table as added
      for each statement execute function gate.count_sealed(%L, 209715200)', t, who);
  end loop;
end $$;

revoke all on function gate.has_entered, gate.within_limit, gate.note_placed_by, gate.note_added_by, gate.plans_within_limits,
  gate.items_within_limits, gate.count_sealed from public;
revoke all on procedure gate.refuse_over from public;
-- The triggers run with the rights of whoever writes.
call gate.grant_web('execute on function gate.has_entered');
call gate.grant_web('execute on procedure gate.refuse_over');

-- Which version of its terms is a ritual's newest, whether it was ever agreed, and its rests once, beside the newest version: so that a
-- list reads the versions that count, and rests only once a ritual.
create or replace view ritual_version with (security_invoker = true) as
  select t.couple_id, t.ritual_id, t.id, t.version, t.proposer_id, t.proposed_at, t.title, t.types, t.weekdays, t.starts_on, t.every_weeks,
    t.time, t.minutes, t.zone, t.week_start,
    (select max(a.agreed_at) from agreement a where a.couple_id = t.couple_id and a.terms_id = t.id having count(*) = 2) as agreed_at,
    c.closed_at, c.person_id as closed_by_id,
    r.proposer_id as ritual_proposer_id, r.proposed_at as ritual_proposed_at, r.ended_at, r.ended_by_id,
    case when n.newest then (select coalesce(jsonb_agg(jsonb_build_object('personId', p.person_id, 'saidAt', p.said_at, 'from', p.from_day, 'to', p.to_day)
      order by p.number), '[]') from ritual_pause p where p.couple_id = t.couple_id and p.ritual_id = t.ritual_id) else '[]' end as pauses,
    n.newest
  from ritual_terms t
    join ritual r on r.couple_id = t.couple_id and r.id = t.ritual_id
    left join terms_closing c on c.couple_id = t.couple_id and c.terms_id = t.id
    cross join lateral (select not exists (select from ritual_terms later where later.couple_id = t.couple_id and later.ritual_id = t.ritual_id
      and later.version > t.version) as newest) n;

-- Rituals that both agreed to once, each with the versions that count, so that a page of them is one statement.
create view agreed_ritual with (security_invoker = true) as
  select r.couple_id, r.id, r.proposed_at, r.ended_at,
    (select jsonb_agg(jsonb_build_object('coupleId', v.couple_id, 'ritualId', v.ritual_id, 'id', v.id, 'version', v.version,
        'proposerId', v.proposer_id, 'proposedAt', v.proposed_at, 'title', v.title, 'types', v.types, 'weekdays', v.weekdays,
        'startsOn', v.starts_on, 'everyWeeks', v.every_weeks, 'time', v.time, 'minutes', v.minutes, 'zone', v.zone,
        'weekStart', v.week_start, 'agreedAt', v.agreed_at, 'closedAt', v.closed_at, 'closedById', v.closed_by_id,
        'ritualProposerId', v.ritual_proposer_id, 'endedAt', v.ended_at, 'endedById', v.ended_by_id, 'pauses', v.pauses)
        order by v.version)
      from ritual_version v where v.couple_id = r.couple_id and v.ritual_id = r.id and (v.agreed_at is not null or v.newest)) as versions
  from ritual r
  where exists (select from ritual_terms t join agreement a on a.couple_id = t.couple_id and a.terms_id = t.id
    where t.couple_id = r.couple_id and t.ritual_id = r.id group by t.id having count(*) = 2);
call gate.grant_web('select on agreed_ritual');
