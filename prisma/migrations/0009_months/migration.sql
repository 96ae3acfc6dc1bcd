-- CreateEnum
CREATE TYPE "month_help_answer" AS ENUM ('helped', 'a_little', 'not_really', 'not_done');

-- CreateTable
CREATE TABLE "month_note" (
    "couple_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rev" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL,
    "revealed_at" TIMESTAMPTZ(6),

    CONSTRAINT "month_note_pkey" PRIMARY KEY ("couple_id","subject","person_id")
);

-- CreateTable
CREATE TABLE "month_closing" (
    "couple_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "closes" BOOLEAN NOT NULL,
    "focus" "intimacy_type",
    "with_change" BOOLEAN NOT NULL,
    "said_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "month_closing_pkey" PRIMARY KEY ("couple_id","month","number")
);

-- CreateTable
CREATE TABLE "month_change" (
    "couple_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "month_change_pkey" PRIMARY KEY ("couple_id","month","number")
);

-- CreateTable
CREATE TABLE "month_help" (
    "couple_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "answer" "month_help_answer" NOT NULL,
    "revealed_at" TIMESTAMPTZ(6),

    CONSTRAINT "month_help_pkey" PRIMARY KEY ("couple_id","subject","person_id")
);

-- AddForeignKey
ALTER TABLE "month_note" ADD CONSTRAINT "month_note_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "month_note" ADD CONSTRAINT "month_note_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "month_closing" ADD CONSTRAINT "month_closing_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "month_closing" ADD CONSTRAINT "month_closing_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "month_change" ADD CONSTRAINT "month_change_couple_id_month_number_fkey" FOREIGN KEY ("couple_id", "month", "number") REFERENCES "month_closing"("couple_id", "month", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "month_change" ADD CONSTRAINT "month_change_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "month_help" ADD CONSTRAINT "month_help_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "month_help" ADD CONSTRAINT "month_help_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;


-- What must hold. A month is YYYY-MM; it is closed once, by a yes to a version before it, which says nothing else.
alter table month_note add constraint a_month check (subject ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');
alter table month_note add constraint rev_from_one check (rev >= 1);
alter table month_help add constraint a_month check (subject ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');
alter table month_closing add constraint a_month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');
alter table month_closing add constraint number_from_one check (number >= 1);
alter table month_closing add constraint closes_a_version check (not closes or (number > 1 and focus is null and not with_change));
create unique index month_closing_once on month_closing (couple_id, month) where closes;

-- Blind, as hopes and check-ins are: mine, or of my active couple and revealed. The one trigger of blind rows sets revealed_at on both.
alter table month_note enable row level security;
alter table month_help enable row level security;
create trigger reveal after insert on month_note for each row execute function gate.reveal();
create trigger reveal after insert on month_help for each row execute function gate.reveal();
call gate.grant_web('select, insert (couple_id, subject, person_id, id, rev, sealed, written_at), update (rev, sealed, written_at) on month_note');
call gate.grant_web('select, insert (couple_id, subject, person_id, answer), update (answer) on month_help');
do $$
declare t text;
begin
  foreach t in array array['month_note', 'month_help'] loop
    execute format('create policy read on %I for select using (person_id = (select current_setting(''app.person'')::uuid)
      or (couple_id = (select current_setting(''app.couple'')::uuid) and revealed_at is not null))', t);
    execute format('create policy add on %I for insert with check (couple_id = (select current_setting(''app.couple'')::uuid)
      and person_id = (select current_setting(''app.person'')::uuid))', t);
    execute format('create policy change on %I for update using (couple_id = (select current_setting(''app.couple'')::uuid)
      and person_id = (select current_setting(''app.person'')::uuid) and revealed_at is null)', t);
  end loop;
end $$;

-- Joint facts: readable to whoever was ever a member, each yes said in the active couple by whoever says it.
alter table month_closing enable row level security;
call gate.grant_web('select, insert on month_closing');
create policy read on month_closing for select using (couple_id in (select m.couple_id from membership m
  where m.person_id = (select current_setting('app.person')::uuid)));
create policy add on month_closing for insert with check (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid));

-- A trigger and no policy, since a policy can't ask its own table: whoever closes says yes to a version of the other's, the one before.
create function gate.closes_the_others() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from public.month_closing v where v.couple_id = new.couple_id and v.month = new.month
    and v.number = new.number - 1 and not v.closes and v.person_id <> new.person_id) then
    raise exception 'A month is closed by a yes to the other''s version.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
revoke all on function gate.closes_the_others from public;
create trigger closes_the_others before insert on month_closing for each row when (new.closes) execute function gate.closes_the_others();

-- The words of a small change are its author's: of my active couple, or mine; written with the version that says there are any.
alter table month_change enable row level security;
call gate.grant_web('select, insert on month_change');
create policy read on month_change for select using (case when couple_id = (select current_setting('app.couple')::uuid) then true
  else person_id = (select current_setting('app.person')::uuid) end);
create policy add on month_change for insert with check (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid)
  and exists (select from month_closing v where v.couple_id = month_change.couple_id and v.month = month_change.month
    and v.number = month_change.number and v.with_change and v.person_id = month_change.person_id));

-- Plans that somebody took part in, dates of rituals and one-offs, on the plan's own day. It runs with the rights of whoever asks.
create view kept_plan with (security_invoker = true) as
  select p.couple_id, p.id as plan_id, p.ritual_id, p.title, p.planned_on as day, t.person_id
  from plan p join taking_part t on t.couple_id = p.couple_id and t.plan_id = p.id
  where t.took_part;
call gate.grant_web('select on kept_plan');
