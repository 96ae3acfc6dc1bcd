-- CreateEnum
CREATE TYPE "plan_kind" AS ENUM ('together', 'errand');

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "kind" "plan_kind" NOT NULL DEFAULT 'together',
ADD COLUMN     "place" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "skipped" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "title" TEXT,
ADD COLUMN     "what" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "time" DROP NOT NULL;

-- Dates that were touched before plans had a title have that of their ritual.
update plan set title = (select t.title from ritual_terms t where t.couple_id = plan.couple_id and t.ritual_id = plan.ritual_id
  order by t.proposed_at desc limit 1);
ALTER TABLE "plan" ALTER COLUMN "title" SET NOT NULL;

-- CreateTable
CREATE TABLE "plan_item" (
    "couple_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "who_id" UUID,
    "done" BOOLEAN NOT NULL DEFAULT false,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "added_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "plan_item_pkey" PRIMARY KEY ("couple_id","plan_id","id")
);

-- CreateTable
CREATE TABLE "week_ready" (
    "couple_id" UUID NOT NULL,
    "week" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "version" TEXT,

    CONSTRAINT "week_ready_pkey" PRIMARY KEY ("couple_id","week","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "plan_couple_id_ritual_id_on_date_key" ON "plan"("couple_id", "ritual_id", "on_date");

-- AddForeignKey
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_couple_id_plan_id_fkey" FOREIGN KEY ("couple_id", "plan_id") REFERENCES "plan"("couple_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_couple_id_who_id_fkey" FOREIGN KEY ("couple_id", "who_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "week_ready" ADD CONSTRAINT "week_ready_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "week_ready" ADD CONSTRAINT "week_ready_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;


-- What must hold: a plan has a name, an errand is no date of a ritual, versions begin at one, and a week is a week.
alter table plan add constraint has_a_title check (title <> '');
alter table plan add constraint errands_are_one_offs check (kind = 'together' or ritual_id is null);
alter table plan_item add constraint version_from_one check (version >= 1);
alter table plan_item add constraint has_a_text check (text <> '');
alter table week_ready add constraint a_week check (week ~ '^[0-9]{4}-W[0-9]{2}$');

-- Joint, as plans are: readable to whoever was ever a member, changed in the active couple; each says for themselves that they are set.
alter table plan_item enable row level security;
alter table week_ready enable row level security;
do $$
declare
  t text;
  ours text := 'couple_id = (select current_setting(''app.couple'')::uuid)';
begin
  foreach t in array array['plan_item', 'week_ready'] loop
    execute format('create policy read on %I for select using (couple_id in (select m.couple_id from membership m
      where m.person_id = (select current_setting(''app.person'')::uuid)))', t);
  end loop;
  execute format('create policy change on plan for update using (%1$s) with check (%1$s)', ours);
  execute format('create policy add on plan_item for insert with check (%s)', ours);
  execute format('create policy change on plan_item for update using (%1$s) with check (%1$s)', ours);
  ours := ours || ' and person_id = (select current_setting(''app.person'')::uuid)';
  execute format('create policy add on week_ready for insert with check (%s)', ours);
  execute format('create policy change on week_ready for update using (%1$s) with check (%1$s)', ours);
end $$;
call gate.grant_web('update (version, title, what, place, types, planned_on, time, minutes, skipped) on plan');
call gate.grant_web('select, insert, update (version, text, who_id, done, removed) on plan_item');
call gate.grant_web('select, insert, update (version) on week_ready');

-- A plan with its items and who took part, in one row, so that a week is one statement. It runs with the rights of whoever asks.
create view planned with (security_invoker = true) as
  select p.couple_id, p.id, p.ritual_id, p.kind, p.on_date, p.version, p.title, p.what, p.place, p.types, p.planned_on, p.time, p.minutes, p.zone, p.skipped,
    coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'version', i.version, 'text', i.text, 'whoId', i.who_id, 'done', i.done) order by i.added_at, i.id)
      from plan_item i where i.couple_id = p.couple_id and i.plan_id = p.id and not i.removed), '[]') as items,
    array(select t.person_id from taking_part t where t.couple_id = p.couple_id and t.plan_id = p.id and t.took_part order by t.person_id) as took_part
  from plan p;
call gate.grant_web('select on planned');
