-- CreateTable
CREATE TABLE "check_in" (
    "couple_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "now" SMALLINT NOT NULL,
    "wish" SMALLINT NOT NULL,
    "emotional_now" SMALLINT,
    "emotional_wish" SMALLINT,
    "physical_now" SMALLINT,
    "physical_wish" SMALLINT,
    "intellectual_now" SMALLINT,
    "intellectual_wish" SMALLINT,
    "experiential_now" SMALLINT,
    "experiential_wish" SMALLINT,
    "spiritual_now" SMALLINT,
    "spiritual_wish" SMALLINT,
    "revealed_at" TIMESTAMPTZ(6),

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("couple_id","subject","person_id")
);

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What must hold: a week's id, and seven steps. A type that was left out has neither number; a wish stands beside a now.
alter table check_in add constraint a_week check (subject ~ '^[0-9]{4}-W[0-9]{2}$');
alter table check_in add constraint seven_steps check (now between 1 and 7 and wish between 1 and 7);
do $$
declare t text;
begin
  foreach t in array enum_range(null::intimacy_type)::text[] loop
    execute format('alter table check_in add constraint %1$s_steps check (%1$s_now between 1 and 7 and %1$s_wish between 1 and 7)', t);
    execute format('alter table check_in add constraint %1$s_whole check (%1$s_now is not null or %1$s_wish is null)', t);
  end loop;
end $$;

-- Blind, as hopes are: mine, or of my active couple and revealed. The one trigger of blind rows sets revealed_at on both, and what was
-- revealed can't be changed.
alter table check_in enable row level security;
create trigger reveal after insert on check_in for each row execute function gate.reveal();
do $$
declare
  steps text := 'now, wish';
  t text;
begin
  foreach t in array enum_range(null::intimacy_type)::text[] loop steps := steps || format(', %1$s_now, %1$s_wish', t); end loop;
  call gate.grant_web(format('select, insert (couple_id, subject, person_id, %1$s), update (%1$s) on check_in', steps));
end $$;
create policy read on check_in for select using (person_id = (select current_setting('app.person')::uuid)
  or (couple_id = (select current_setting('app.couple')::uuid) and revealed_at is not null));
create policy add on check_in for insert with check (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid));
create policy change on check_in for update using (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid) and revealed_at is null);

-- What was answered blind, whatever it was, so that Today asks once. It runs with the rights of whoever asks.
create view answered with (security_invoker = true) as
  select couple_id, subject, person_id, revealed_at from hope
  union all
  select couple_id, subject, person_id, revealed_at from check_in;
call gate.grant_web('select on answered');

-- Whoever enters is told what most pages ask next of their couple: the weekday that its weeks begin with, and since when they are two.
drop function gate.enter;
create function gate.enter(secret_hash bytea, at timestamptz, out session_id uuid, out person_id uuid, out couple_id uuid,
  out slot smallint, out week_start smallint, out paired_at timestamptz, out zone text, out locale text, out last_used_on date, out only_me boolean)
returns setof record language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  select s.id, s.person_id, coalesce(m.couple_id, '00000000-0000-0000-0000-000000000000'), coalesce(m.slot, 0), c.week_start, m.joined_at,
         p.zone, a.locale, s.last_used_on, s.only_me
    into session_id, person_id, couple_id, slot, week_start, paired_at, zone, locale, last_used_on, only_me
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
