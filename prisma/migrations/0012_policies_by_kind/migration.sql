-- Who asks, in words, and one template for each kind of table. The policies mean what they meant before.

-- Each fails where nobody entered: current_setting without missing_ok. The planner puts the body in the place of the call, and
-- `(select gate.person())` is evaluated once a statement (an InitPlan), not once a row.
create function gate.person() returns uuid language sql stable parallel safe return current_setting('app.person')::uuid;
create function gate.couple() returns uuid language sql stable parallel safe return current_setting('app.couple')::uuid;
create function gate.session() returns uuid language sql stable parallel safe return current_setting('app.session')::uuid;
revoke all on function gate.person, gate.couple, gate.session from public;
call gate.grant_web('execute on function gate.person, gate.couple, gate.session');

-- Gives a table its policies; null means that nobody may. What may be changed must be allowed after the change, too.
create procedure gate.set_policies(t text, reads text, adds text, changes text) language plpgsql as $$
begin
  execute format('drop policy if exists read on %1$I; drop policy if exists add on %1$I; drop policy if exists change on %1$I', t);
  if reads is not null then execute format('create policy read on %I for select using (%s)', t, reads); end if;
  if adds is not null then execute format('create policy add on %I for insert with check (%s)', t, adds); end if;
  if changes is not null then execute format('create policy change on %I for update using (%s)', t, changes); end if;
end $$;

-- Own: one person's alone. `who` is the column of that person.
create procedure gate.own_table(t text, who text) language plpgsql as $$
declare mine text := format('%I = (select gate.person())', who);
begin
  call gate.set_policies(t, reads => mine, adds => mine, changes => mine);
end $$;

-- Text: one person's text for both. Read in the active couple, or by its writer; written by its writer in the active couple.
-- `case` is an `or` that the planner does not estimate: queries always name a couple or an id, and with `or` it expects next to no
-- rows and reads a couple's whole history. `also` is a further condition of adding.
create procedure gate.text_table(t text, who text, also text default 'true', changeable boolean default true) language plpgsql as $$
declare
  ours text := 'couple_id = (select gate.couple())';
  mine text := format('%I = (select gate.person())', who);
begin
  call gate.set_policies(t,
    reads => format('case when %s then true else %s end', ours, mine),
    adds => format('%s and %s and %s', ours, mine, also),
    changes => case when changeable then format('%s and %s', ours, mine) end);
end $$;

-- Blind: read by its writer, and by both once it is revealed; changed by its writer until then.
create procedure gate.blind_table(t text, also text default 'true') language plpgsql as $$
declare
  ours text := 'couple_id = (select gate.couple())';
  mine text := 'person_id = (select gate.person())';
begin
  call gate.set_policies(t,
    reads => format('%s or (%s and revealed_at is not null)', mine, ours),
    adds => format('%s and %s and %s', ours, mine, also),
    changes => format('%s and %s and revealed_at is null', ours, mine));
end $$;

-- Joint: read by whoever was ever a member of the couple, written in the active couple: by either, or by the person of column `who`.
create procedure gate.joint_table(t text, who text default null, changeable boolean default true) language plpgsql as $$
declare
  ever_ours text := 'couple_id in (select m.couple_id from membership m where m.person_id = (select gate.person()))';
  ours text := 'couple_id = (select gate.couple())';
  writes text := case when who is null then ours else format('%s and %I = (select gate.person())', ours, who) end;
begin
  call gate.set_policies(t, reads => ever_ours, adds => writes, changes => case when changeable then writes end);
end $$;

revoke all on procedure gate.set_policies, gate.own_table, gate.text_table, gate.blind_table, gate.joint_table from public;

call gate.own_table('private_entry', 'owner_id');

call gate.text_table('shared_entry', 'author_id');
call gate.text_table('moment', 'author_id');
call gate.text_table('meaning', 'person_id');
call gate.text_table('plan_line', 'person_id');
-- The words of a month's change come with the version that says there are some.
call gate.text_table('month_change', 'person_id', changeable => false, also => 'exists (select from month_closing v
  where v.couple_id = month_change.couple_id and v.month = month_change.month and v.number = month_change.number
    and v.with_change and v.person_id = month_change.person_id)');

call gate.blind_table('hope');
call gate.blind_table('check_in');
call gate.blind_table('month_note');
call gate.blind_table('month_help');
-- How a plan felt is answered for a plan of the couple.
call gate.blind_table('felt', also => 'exists (select from plan p where p.couple_id = felt.couple_id and p.id = felt.subject::uuid)');

call gate.joint_table('plan');
call gate.joint_table('plan_item');
call gate.joint_table('taking_part', 'person_id');
call gate.joint_table('week_ready', 'person_id');
call gate.joint_table('ritual_terms', 'proposer_id', changeable => false);
call gate.joint_table('agreement', 'person_id', changeable => false);
call gate.joint_table('terms_closing', 'person_id', changeable => false);
call gate.joint_table('ritual_pause', 'person_id', changeable => false);
call gate.joint_table('month_closing', 'person_id', changeable => false);
-- Either ends a ritual, in their own name, and only who ended it takes that back.
call gate.joint_table('ritual', 'proposer_id');
alter policy change on ritual using (couple_id = (select gate.couple()) and (ended_by_id is null or ended_by_id = (select gate.person())))
  with check (couple_id = (select gate.couple()) and (ended_by_id is null or ended_by_id = (select gate.person())));

-- A part of a moment: read as a text; added by the moment's author, for either; each takes their own out and puts it back.
call gate.set_policies('moment_part',
  reads => 'case when couple_id = (select gate.couple()) then true else person_id = (select gate.person()) end',
  adds => 'couple_id = (select gate.couple()) and not taken_out and exists (select from moment m
    where m.couple_id = moment_part.couple_id and m.id = moment_id and m.author_id = (select gate.person())
      and m.day = moment_part.day and m.types = moment_part.types and (m.author_id = moment_part.person_id or m.who = ''both''))',
  changes => 'couple_id = (select gate.couple()) and person_id = (select gate.person())');

-- A reply: read by its author, and by both while its page is shared; added to a page that is shared.
call gate.set_policies('reply',
  reads => 'case when author_id = (select gate.person()) then true
    else couple_id = (select gate.couple()) and page_id in (select p.id from shared_entry p
      where p.couple_id = (select gate.couple()) and not p.removed) end',
  adds => 'couple_id = (select gate.couple()) and author_id = (select gate.person()) and exists (select from shared_entry p
    where p.couple_id = reply.couple_id and p.id = reply.page_id and not p.removed)',
  changes => 'couple_id = (select gate.couple()) and author_id = (select gate.person())');

-- The directory.
alter policy read on person using (id = (select gate.person())
  or id in (select m.person_id from membership m where m.couple_id = (select gate.couple())));
alter policy change on person using (id = (select gate.person()));
alter policy read on account using (person_id = (select gate.person()));
alter policy change on account using (person_id = (select gate.person()));
alter policy read on session using (person_id = (select gate.person()));
alter policy change on session using (id = (select gate.session()));
alter policy remove on session using (person_id = (select gate.person()));
alter policy read on couple using (id in (select m.couple_id from membership m where m.person_id = (select gate.person())));
alter policy read on membership using (person_id = (select gate.person()) or couple_id = (select gate.couple()));
alter policy read on invite using (inviter_id = (select gate.person()));
-- Inviting is for who is alone: the nil id in app.couple.
alter policy add on invite with check (inviter_id = (select gate.person())
  and (select gate.couple()) = '00000000-0000-0000-0000-000000000000');
alter policy change on invite using (inviter_id = (select gate.person()) and accepted_at is null);
