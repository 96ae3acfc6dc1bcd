create schema gate;

-- Roles belong to the cluster, so the web's is named for the database; a shadow database has none and gets no grants.
create procedure gate.grant_web(what text) language plpgsql as $$
declare web text := current_database() || '_web';
begin
  if exists (select from pg_roles where rolname = web) then execute format('grant %s to %I', what, web); end if;
end $$;

-- Enters as the person of a live session, for this transaction. No live session: no row and no settings, so every policy
-- fails loudly. A function that may do this may do no more: it reads four tables and sets four settings.
create function gate.enter(secret_hash bytea, at timestamptz, out session_id uuid, out person_id uuid, out couple_id uuid,
  out slot smallint, out zone text, out locale text, out last_used_on date, out only_me boolean)
returns setof record language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  select s.id, s.person_id, coalesce(m.couple_id, '00000000-0000-0000-0000-000000000000'), coalesce(m.slot, 0), p.zone, a.locale,
         s.last_used_on, s.only_me
    into session_id, person_id, couple_id, slot, zone, locale, last_used_on, only_me
    from public.session s
    join public.person p on p.id = s.person_id
    join public.account a on a.person_id = s.person_id
    left join public.membership m on m.person_id = s.person_id and m.left_at is null
    where s.secret_hash = enter.secret_hash and s.expires_at > at;
  if not found then return; end if;
  perform set_config('app.session', session_id::text, true), set_config('app.person', person_id::text, true),
          set_config('app.couple', couple_id::text, true), set_config('app.now', at::text, true);
  return next;
end $$;

-- The second answer reveals both. Each holds the couple's row, so two at once can't miss each other; `no key update`, because
-- foreign keys hold a key share on it already and `for update` would deadlock. The table is the trigger's own; its blind rows
-- are keyed (couple_id, subject, person_id).
create function gate.reveal() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.couple where id = new.couple_id for no key update;
  execute format('update public.%1$I set revealed_at = $3 where couple_id = $1 and subject = $2 and revealed_at is null
    and (select count(*) from public.%1$I o where o.couple_id = $1 and o.subject = $2) = 2', tg_table_name)
    using new.couple_id, new.subject, current_setting('app.now')::timestamptz;
  return null;
end $$;
create trigger reveal after insert on hope for each row execute function gate.reveal();

-- The parts of a moment keep its day and types, so that the feeding view needs no join; a moment removed feeds nobody, and one
-- put back feeds again whoever had not taken their part out.
create function gate.parts_follow() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.moment_part set day = new.day, types = new.types where couple_id = new.couple_id and moment_id = new.id;
  return null;
end $$;
create trigger parts_follow after update of day, types on moment for each row execute function gate.parts_follow();

revoke all on all routines in schema gate from public;
revoke all on schema public from public;
call gate.grant_web('usage on schema public, gate');
call gate.grant_web('execute on function gate.enter, public.types_in_order, public.weekdays_in_order');
