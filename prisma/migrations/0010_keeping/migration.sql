-- CreateTable
CREATE TABLE "felt" (
    "couple_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "felt" SMALLINT NOT NULL,
    "revealed_at" TIMESTAMPTZ(6),

    CONSTRAINT "felt_pkey" PRIMARY KEY ("couple_id","subject","person_id")
);

-- CreateTable
CREATE TABLE "plan_line" (
    "couple_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rev" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "plan_line_pkey" PRIMARY KEY ("couple_id","plan_id","person_id")
);

-- AddForeignKey
ALTER TABLE "felt" ADD CONSTRAINT "felt_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "felt" ADD CONSTRAINT "felt_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_couple_id_plan_id_fkey" FOREIGN KEY ("couple_id", "plan_id") REFERENCES "plan"("couple_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;


-- What must hold: seven steps, of a plan of the couple, and versions from one.
alter table felt add constraint seven_steps check (felt between 1 and 7);
alter table felt add constraint of_a_plan check (subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');
alter table plan_line add constraint rev_from_one check (rev >= 1);

-- Blind, as hopes and check-ins are: mine, or of my active couple and revealed. It is said of a plan that is there.
alter table felt enable row level security;
create trigger reveal after insert on felt for each row execute function gate.reveal();
call gate.grant_web('select, insert (couple_id, subject, person_id, felt), update (felt) on felt');
create policy read on felt for select using (person_id = (select current_setting('app.person')::uuid)
  or (couple_id = (select current_setting('app.couple')::uuid) and revealed_at is not null));
create policy add on felt for insert with check (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid)
  and exists (select from plan p where p.couple_id = felt.couple_id and p.id = felt.subject::uuid));
create policy change on felt for update using (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid) and revealed_at is null);

-- A person's own words for both, as meanings are.
alter table plan_line enable row level security;
call gate.grant_web('select, insert, update (rev, sealed, written_at) on plan_line');
create policy read on plan_line for select using (case when couple_id = (select current_setting('app.couple')::uuid) then true
  else person_id = (select current_setting('app.person')::uuid) end);
create policy add on plan_line for insert with check (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid));
create policy change on plan_line for update using (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid));
