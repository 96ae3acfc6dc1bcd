-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "minutes_chosen" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "time_chosen" BOOLEAN NOT NULL DEFAULT false;


-- Which fields of a ritual's date somebody chose. The others follow the terms of its day. Of the dates that were touched before: a value
-- that no terms of the ritual have was chosen.
update plan p set
  time_chosen = not exists (select from ritual_terms t where t.couple_id = p.couple_id and t.ritual_id = p.ritual_id
    and t.time = p.time and t.zone = p.zone),
  minutes_chosen = not exists (select from ritual_terms t where t.couple_id = p.couple_id and t.ritual_id = p.ritual_id
    and t.minutes = p.minutes)
  where p.ritual_id is not null;
call gate.grant_web('update (zone, time_chosen, minutes_chosen) on plan');

create or replace view planned with (security_invoker = true) as
  select p.couple_id, p.id, p.ritual_id, p.kind, p.on_date, p.version, p.title, p.what, p.place, p.types, p.planned_on, p.time, p.minutes, p.zone, p.skipped,
    coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'version', i.version, 'text', i.text, 'whoId', i.who_id, 'done', i.done) order by i.added_at, i.id)
      from plan_item i where i.couple_id = p.couple_id and i.plan_id = p.id and not i.removed), '[]') as items,
    array(select t.person_id from taking_part t where t.couple_id = p.couple_id and t.plan_id = p.id and t.took_part order by t.person_id) as took_part,
    p.time_chosen, p.minutes_chosen
  from plan p;

-- A plan that somebody took part in keeps its day, its time and its types, and is not skipped: a mark counts on the day and for the types
-- that it was set with. What is refused is not written, as with `on conflict do nothing`. The row is locked before this runs, and the
-- condition is a statement of its own, so it sees a mark that was committed while the row was waited for.
create function gate.kept_stays() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from public.taking_part t where t.couple_id = new.couple_id and t.plan_id = new.id and t.took_part) then return null; end if;
  return new;
end $$;
create trigger kept_stays before update on plan for each row
  when (new.planned_on is distinct from old.planned_on or new.time is distinct from old.time or new.zone is distinct from old.zone
    or new.types is distinct from old.types or (new.skipped and not old.skipped))
  execute function gate.kept_stays();

-- A skipped plan gets no mark. The lock keeps a plan from being moved or skipped until the mark is committed. A plan that is both, from
-- before this rule, counts as kept.
create function gate.kept_takes_place() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.plan p where p.couple_id = new.couple_id and p.id = new.plan_id for share;
  if exists (select from public.plan p where p.couple_id = new.couple_id and p.id = new.plan_id and p.skipped)
    and not exists (select from public.taking_part t where t.couple_id = new.couple_id and t.plan_id = new.plan_id and t.took_part)
  then return null; end if;
  return new;
end $$;
create trigger kept_takes_place before insert or update on taking_part for each row when (new.took_part) execute function gate.kept_takes_place();

-- How a plan felt is answered by who took part. The lock keeps the mark until the answer is committed.
create function gate.felt_needs_mark() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.taking_part t where t.couple_id = new.couple_id and t.plan_id = new.subject::uuid and t.person_id = new.person_id
    and t.took_part for share;
  if not found then return null; end if;
  return new;
end $$;
create trigger felt_needs_mark before insert on felt for each row execute function gate.felt_needs_mark();

-- How a plan felt goes with the mark. What both have seen can't change, so it stays, and is not shown without the mark. It holds the
-- couple's row as `reveal` does, so that the partner's answer at the same moment is not revealed alone.
create function gate.felt_goes_with_mark() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.couple where id = new.couple_id for no key update;
  delete from public.felt where couple_id = new.couple_id and subject = new.plan_id::text and person_id = new.person_id and revealed_at is null;
  return null;
end $$;
create trigger felt_goes_with_mark after update on taking_part for each row when (old.took_part and not new.took_part)
  execute function gate.felt_goes_with_mark();
delete from felt f where revealed_at is null and not exists (select from taking_part t where t.couple_id = f.couple_id
  and t.plan_id = f.subject::uuid and t.person_id = f.person_id and t.took_part);

revoke all on function gate.kept_stays, gate.kept_takes_place, gate.felt_needs_mark, gate.felt_goes_with_mark from public;
