-- DropIndex
DROP INDEX "ritual_terms_couple_id_ritual_id_proposed_at_idx";

-- AlterTable
ALTER TABLE "ritual_terms" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "terms_closing" (
    "couple_id" UUID NOT NULL,
    "terms_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "closed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "terms_closing_pkey" PRIMARY KEY ("couple_id","terms_id")
);

-- CreateTable
CREATE TABLE "ritual_pause" (
    "couple_id" UUID NOT NULL,
    "ritual_id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0,
    "person_id" UUID NOT NULL,
    "said_at" TIMESTAMPTZ(6) NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,

    CONSTRAINT "ritual_pause_pkey" PRIMARY KEY ("couple_id","ritual_id","number")
);

-- Whatever stands there is counted in the order in which it was proposed.
update ritual_terms t set version = o.version from (select couple_id, id,
    row_number() over (partition by couple_id, ritual_id order by proposed_at, id) as version from ritual_terms) o
  where o.couple_id = t.couple_id and o.id = t.id and o.version > 1;

-- CreateIndex
CREATE UNIQUE INDEX "ritual_terms_couple_id_ritual_id_version_key" ON "ritual_terms"("couple_id", "ritual_id", "version");

-- AddForeignKey
ALTER TABLE "terms_closing" ADD CONSTRAINT "terms_closing_couple_id_terms_id_fkey" FOREIGN KEY ("couple_id", "terms_id") REFERENCES "ritual_terms"("couple_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "terms_closing" ADD CONSTRAINT "terms_closing_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ritual_pause" ADD CONSTRAINT "ritual_pause_couple_id_ritual_id_fkey" FOREIGN KEY ("couple_id", "ritual_id") REFERENCES "ritual"("couple_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ritual_pause" ADD CONSTRAINT "ritual_pause_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

alter table ritual_terms add constraint version_from_one check (version >= 1);
alter table ritual_pause add constraint number_from_one check (number >= 1);
alter table ritual_pause add constraint to_day_not_before check (to_day >= from_day);

-- Joint facts: readable to whoever was ever a member, said by an active one, for oneself. Nobody changes or deletes them.
alter table terms_closing enable row level security;
alter table ritual_pause enable row level security;
do $$
declare
  t text;
  said text := 'couple_id = (select current_setting(''app.couple'')::uuid) and person_id = (select current_setting(''app.person'')::uuid)';
begin
  foreach t in array array['terms_closing', 'ritual_pause'] loop
    execute format('create policy read on %I for select using (couple_id in (select m.couple_id from membership m
      where m.person_id = (select current_setting(''app.person'')::uuid)))', t);
    execute format('create policy add on %I for insert with check (%s)', t, said);
    call gate.grant_web(format('select, insert on %I', t));
  end loop;
end $$;

-- What is said about a ritual is said one after the other, to what stands there: each holds the ritual's row first (`no key update`, because
-- foreign keys hold a key share on it), and what comes too late is not kept, as with `on conflict do nothing`. Each condition is a
-- statement of its own, so that it sees what was committed while the row was waited for. Nothing is said about what has ended.
-- They run with the rights of whoever says it.

-- Other terms answer to the newest.
create function gate.answers_newest() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.ritual where couple_id = new.couple_id and id = new.ritual_id and ended_at is null for no key update;
  if not found then return null; end if;
  if new.version is distinct from (select coalesce(max(t.version), 0) + 1 from public.ritual_terms t
    where t.couple_id = new.couple_id and t.ritual_id = new.ritual_id) then return null; end if;
  return new;
end $$;
create trigger answers_newest before insert on ritual_terms for each row execute function gate.answers_newest();

-- A yes, or that it stays as it is, is said of the newest terms while they are open; the latter where others hold.
create function gate.said_of_newest() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare of public.ritual_terms;
begin
  select * into of from public.ritual_terms t where t.couple_id = new.couple_id and t.id = new.terms_id;
  perform from public.ritual where couple_id = new.couple_id and id = of.ritual_id and ended_at is null for no key update;
  if not found then return null; end if;
  if exists (select from public.ritual_terms t where t.couple_id = of.couple_id and t.ritual_id = of.ritual_id and t.version > of.version)
    or exists (select from public.terms_closing c where c.couple_id = of.couple_id and c.terms_id = of.id) then return null; end if;
  if tg_table_name = 'terms_closing' then
    if (select count(*) from public.agreement a where a.couple_id = of.couple_id and a.terms_id = of.id) = 2
      or not exists (select from public.ritual_terms t join public.agreement a on a.couple_id = t.couple_id and a.terms_id = t.id
        where t.couple_id = of.couple_id and t.ritual_id = of.ritual_id group by t.id having count(*) = 2) then return null; end if;
  end if;
  return new;
end $$;
create trigger said_of_newest before insert on agreement for each row execute function gate.said_of_newest();
create trigger said_of_newest before insert on terms_closing for each row execute function gate.said_of_newest();

-- What was agreed can rest.
create function gate.rests_agreed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.ritual where couple_id = new.couple_id and id = new.ritual_id and ended_at is null for no key update;
  if not found then return null; end if;
  if not exists (select from public.ritual_terms t join public.agreement a on a.couple_id = t.couple_id and a.terms_id = t.id
    where t.couple_id = new.couple_id and t.ritual_id = new.ritual_id group by t.id having count(*) = 2) then return null; end if;
  select coalesce(max(p.number), 0) + 1 into new.number from public.ritual_pause p
    where p.couple_id = new.couple_id and p.ritual_id = new.ritual_id;
  return new;
end $$;
create trigger rests_agreed before insert on ritual_pause for each row execute function gate.rests_agreed();

revoke all on function gate.answers_newest, gate.said_of_newest, gate.rests_agreed from public;

-- A ritual is one statement: each version of its terms, with when both had said yes to it or that it stays as it is, and the pauses.
create view ritual_version with (security_invoker = true) as
  select t.couple_id, t.ritual_id, t.id, t.version, t.proposer_id, t.proposed_at, t.title, t.types, t.weekdays, t.starts_on, t.every_weeks,
    t.time, t.minutes, t.zone, t.week_start,
    (select max(a.agreed_at) from agreement a where a.couple_id = t.couple_id and a.terms_id = t.id having count(*) = 2) as agreed_at,
    c.closed_at, c.person_id as closed_by_id,
    r.proposer_id as ritual_proposer_id, r.proposed_at as ritual_proposed_at, r.ended_at, r.ended_by_id,
    (select coalesce(jsonb_agg(jsonb_build_object('personId', p.person_id, 'saidAt', p.said_at, 'from', p.from_day, 'to', p.to_day)
      order by p.number), '[]') from ritual_pause p where p.couple_id = t.couple_id and p.ritual_id = t.ritual_id) as pauses
  from ritual_terms t
    join ritual r on r.couple_id = t.couple_id and r.id = t.ritual_id
    left join terms_closing c on c.couple_id = t.couple_id and c.terms_id = t.id;
call gate.grant_web('select on ritual_version');
