-- AlterTable
ALTER TABLE "reply" ADD COLUMN     "page_removed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "page_types" "intimacy_type"[] DEFAULT ARRAY[]::"intimacy_type"[];

-- DropIndex
DROP INDEX "reply_fed";

-- CreateIndex
CREATE INDEX "reply_fed" ON "reply"("couple_id", "day") INCLUDE ("author_id", "page_id", "removed", "id", "page_types", "page_removed");

-- CreateIndex
CREATE INDEX "shared_entry_couple_id_author_id_added_at_id_idx" ON "shared_entry"("couple_id", "author_id", "added_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "reply_couple_id_author_id_added_at_id_idx" ON "reply"("couple_id", "author_id", "added_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "moment_couple_id_author_id_added_at_id_idx" ON "moment"("couple_id", "author_id", "added_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "plan_line_couple_id_person_id_idx" ON "plan_line"("couple_id", "person_id");

-- CreateIndex
CREATE INDEX "ritual_terms_couple_id_proposer_id_proposed_at_id_idx" ON "ritual_terms"("couple_id", "proposer_id", "proposed_at" DESC, "id" DESC);


-- What a page reads does not grow with how much the two stored before.

-- Today asks for the newest pages and replies of the partner, without those that were taken back. The index of both people's would be
-- walked through where one of the two writes most of them. The indexes above are for one's own rows of a former couple.
create index shared_entry_newest on shared_entry (couple_id, author_id, added_at desc, id desc) where not removed;
create index reply_newest on reply (couple_id, author_id, added_at desc, id desc) where not removed;

-- A reply keeps the types of its page, and whether that was taken back, as the parts of a moment keep its day and types. The policy and
-- the feeding view then need no other table: with one, each read of a reply read all pages of the couple first.
update reply r set page_types = p.types, page_removed = p.removed from shared_entry p
  where p.couple_id = r.couple_id and p.id = r.page_id and (p.removed or p.types <> '{}');

-- The lock lets a page be changed before a reply or after it, so neither misses the other. No such page: as if it was taken back.
create function gate.reply_keeps_page() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  select p.types, p.removed into new.page_types, new.page_removed from public.shared_entry p
    where p.couple_id = new.couple_id and p.id = new.page_id for share;
  if not found then new.page_types := '{}'; new.page_removed := true; end if;
  return new;
end $$;
create trigger reply_keeps_page before insert on reply for each row execute function gate.reply_keeps_page();

create function gate.replies_follow() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.reply set page_types = new.types, page_removed = new.removed where couple_id = new.couple_id and page_id = new.id;
  return null;
end $$;
create trigger replies_follow after update on shared_entry for each row
  when (new.types is distinct from old.types or new.removed <> old.removed) execute function gate.replies_follow();
revoke all on function gate.reply_keeps_page, gate.replies_follow from public;

-- A page's change is a change of all its replies, so a person has a most of them there, or they could keep the other from taking a page
-- back: with the replies of two years at 200 a day, it took longer than a statement may. Replies from before stay, and count.
create trigger limit_replies_of_page after insert on reply for each row
  execute function gate.within_limit('repliesOfPage', 500, 'couple_id,page_id,author_id');

-- A reply: read by its author, and by both while its page is shared; added to a page that is shared. It means what it meant before.
call gate.set_policies('reply',
  reads => 'case when author_id = (select gate.person()) then true else couple_id = (select gate.couple()) and not page_removed end',
  adds => 'couple_id = (select gate.couple()) and author_id = (select gate.person()) and not page_removed',
  changes => 'couple_id = (select gate.couple()) and author_id = (select gate.person())');

-- As before, but that a reply feeds its author in a former couple too where the page was the other's, by the types that it had last. Nobody
-- changes a page of a former couple, and what is shown of one has no feedings.
create or replace view feeding with (security_invoker = true) as
  select s.couple_id, s.person_id, s.day, t.type, s.source::feeding_source as source, s.source_id, s.page_id
  from (
    select couple_id, person_id, day, case when taken_out then '{}' else types end as types, 'moment' as source, moment_id as source_id,
      null::uuid as page_id from moment_part
    union all
    select couple_id, author_id, day, types, 'page', id, id from shared_entry
    union all
    select couple_id, author_id, day, case when removed then '{}' else page_types end, 'reply', id, page_id from reply
    union all
    select couple_id, person_id, day, case when took_part then types else '{}' end, 'plan', plan_id, null from taking_part
  ) s cross join lateral unnest(s.types) as t (type);

-- The months of former couples in which something stands that the asking person may read, as before. Each month of the couple is looked
-- at, from the one before the two paired to the one after they parted, and at most four rows in it: `limit` keeps the planner from reading
-- all rows of a table for all months at once. A couple's weeks are of the month that holds their fourth day.
drop view couple_month;
create view former_month with (security_invoker = true) as
  with former as materialized (
    select c.id, c.started_on::timestamp as first, m.left_at at time zone 'UTC' as last, (c.week_start + 2) % 7 as fourth
    from membership m join couple c on c.id = m.couple_id where m.person_id = (select gate.person()) and m.left_at is not null)
  select f.id as couple_id, s.month
  from former f
    cross join lateral generate_series(date_trunc('month', f.first - interval '7 days'), f.last + interval '7 days', interval '1 month') as day
    cross join lateral (select to_char(day, 'YYYY-MM') as month, day::date as first, (day + interval '1 month')::date as next) s
  where coalesce(
    (select true from kept_plan k where k.couple_id = f.id and k.day >= s.first and k.day < s.next limit 1),
    (select true from month_closing y where y.couple_id = f.id and y.month = s.month
      and (y.closes or y.person_id = (select gate.person())) limit 1),
    (select true from month_note n where n.couple_id = f.id and n.subject = s.month limit 1),
    (select true from check_in a where a.couple_id = f.id and a.subject between to_char(s.first - f.fourth + 6, 'IYYY-"W"IW')
      and to_char(s.next - f.fourth - 1, 'IYYY-"W"IW') limit 1),
    false);
call gate.grant_web('select on former_month');

-- As before, and it names the couples of the asking person: the policies alone would look at every ritual of the installation.
create or replace view agreed_ritual with (security_invoker = true) as
  select r.couple_id, r.id, r.proposed_at, r.ended_at,
    (select jsonb_agg(jsonb_build_object('coupleId', v.couple_id, 'ritualId', v.ritual_id, 'id', v.id, 'version', v.version,
        'proposerId', v.proposer_id, 'proposedAt', v.proposed_at, 'title', v.title, 'types', v.types, 'weekdays', v.weekdays,
        'startsOn', v.starts_on, 'everyWeeks', v.every_weeks, 'time', v.time, 'minutes', v.minutes, 'zone', v.zone,
        'weekStart', v.week_start, 'agreedAt', v.agreed_at, 'closedAt', v.closed_at, 'closedById', v.closed_by_id,
        'ritualProposerId', v.ritual_proposer_id, 'endedAt', v.ended_at, 'endedById', v.ended_by_id, 'pauses', v.pauses)
        order by v.version)
      from ritual_version v where v.couple_id = r.couple_id and v.ritual_id = r.id and (v.agreed_at is not null or v.newest)) as versions
  from membership m join ritual r on r.couple_id = m.couple_id
  where m.person_id = (select gate.person()) and exists (select from ritual_terms t
    join agreement a on a.couple_id = t.couple_id and a.terms_id = t.id
    where t.couple_id = r.couple_id and t.ritual_id = r.id group by t.id having count(*) = 2);
