-- The day on which the two paired is one fact of the couple: the earlier of their two local days at acceptance. Couples from before take it
-- from the instant and both present zones; a zone that PostgreSQL does not know counts as UTC.
alter table couple add column started_on date;
with known as materialized (select lower(name) as key, name from pg_timezone_names),
  days as (
    select c.id, min((c.started_at at time zone coalesce(k.name, 'UTC'))::date) as day
    from couple c join membership m on m.couple_id = c.id join person p on p.id = m.person_id left join known k on k.key = lower(p.zone)
    group by c.id)
update couple c set started_on = d.day from days d where d.id = c.id;
update couple set started_on = (started_at at time zone 'UTC')::date where started_on is null;
alter table couple alter column started_on set not null;

-- The zones that a person's account had before, each with the instant until which it held, oldest first. A week that has closed does not
-- open again by travelling. Only its owner reads it, and it holds the changes of a few days.
alter table account add column zones_before jsonb not null default '[]';
alter table account add constraint some_zones_before
  check (jsonb_typeof(zones_before) = 'array' and jsonb_array_length(zones_before) <= 16) not valid;
call gate.grant_web('select (zones_before), update (zones_before) on account');

-- Entering returns the day of pairing, the same for both, in place of the instant, and the viewer's earlier zones.
drop function gate.enter;
create function gate.enter(secret_hash bytea, at timestamptz, out session_id uuid, out person_id uuid, out couple_id uuid,
  out slot smallint, out week_start smallint, out started_on date, out zone text, out zones_before jsonb, out locale text,
  out last_used_on date, out only_me boolean)
returns setof record language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  select s.id, s.person_id, coalesce(m.couple_id, '00000000-0000-0000-0000-000000000000'), coalesce(m.slot, 0), c.week_start, c.started_on,
         p.zone, a.zones_before, a.locale, s.last_used_on, s.only_me
    into session_id, person_id, couple_id, slot, week_start, started_on, zone, zones_before, locale, last_used_on, only_me
    from public.session s
    join public.person p on p.id = s.person_id
    join public.account a on a.person_id = s.person_id
    left join public.membership m on m.person_id = s.person_id and m.left_at is null
    left join public.couple c on c.id = m.couple_id
    where s.secret_hash = enter.secret_hash and s.expires_at > at;
  if not found then return; end if;
  perform set_config('app.session', session_id::text, true), set_config('app.person', person_id::text, true),
          set_config('app.couple', couple_id::text, true), set_config('app.now', at::text, true);
  return next;
end $$;
revoke all on function gate.enter from public;
call gate.grant_web('execute on function gate.enter');

-- What was kept before the two paired is not theirs.
create or replace view kept_plan with (security_invoker = true) as
  select p.couple_id, p.id as plan_id, p.ritual_id, p.title, p.planned_on as day, t.person_id
  from plan p join taking_part t on t.couple_id = p.couple_id and t.plan_id = p.id join couple c on c.id = p.couple_id
  where t.took_part and t.day >= c.started_on;

-- A closed month was answered by both, so Today asks for it no more.
create or replace view answered with (security_invoker = true) as
  select couple_id, subject, person_id, revealed_at from hope
  union all
  select couple_id, subject, person_id, revealed_at from check_in
  union all
  select c.couple_id, c.month, m.person_id, c.said_at from month_closing c join membership m on m.couple_id = c.couple_id where c.closes;
