-- Row-level security is enabled and not forced: the owner (migrations, doors, jobs) passes, the web's role does not.
-- (select current_setting(...)) is evaluated once a statement and fails where nobody entered. Never missing_ok.
-- Where ids are made by clients web has no delete: removing is an edit.

do $$
declare t text;
begin
  foreach t in array array['person', 'account', 'session', 'known_device', 'throttle', 'couple', 'membership', 'invite',
    'private_entry', 'shared_entry', 'reply', 'moment', 'moment_part', 'hope', 'ritual', 'ritual_terms', 'agreement', 'meaning',
    'plan', 'taking_part']
  loop execute format('alter table %I enable row level security', t); end loop;
end $$;

-- The directory.
call gate.grant_web('select, update (name, zone) on person');
create policy read on person for select using (id = (select current_setting('app.person')::uuid)
  or id in (select m.person_id from membership m where m.couple_id = (select current_setting('app.couple')::uuid)));
create policy change on person for update using (id = (select current_setting('app.person')::uuid));

call gate.grant_web('select (person_id, email, email_key, locale, kdf, salt, vk_pw, vk_rec, keyring, keyring_rev, spare_page_saved_on),
  update (locale, keyring, keyring_rev, spare_page_saved_on) on account');
create policy read on account for select using (person_id = (select current_setting('app.person')::uuid));
create policy change on account for update using (person_id = (select current_setting('app.person')::uuid));

call gate.grant_web('select (id, person_id, only_me, label, signed_in_on, last_used_on, expires_at, device_key),
  update (only_me, last_used_on, expires_at, device_key), delete on session');
create policy read on session for select using (person_id = (select current_setting('app.person')::uuid));
create policy change on session for update using (id = (select current_setting('app.session')::uuid));
create policy remove on session for delete using (person_id = (select current_setting('app.person')::uuid));

call gate.grant_web('select on couple, membership');
create policy read on couple for select using (id in (select m.couple_id from membership m
  where m.person_id = (select current_setting('app.person')::uuid)));
create policy read on membership for select using (person_id = (select current_setting('app.person')::uuid)
  or couple_id = (select current_setting('app.couple')::uuid));

call gate.grant_web('select (pair_id, inviter_id, inviter_bundle, inviter_mac, week_start, created_at, expires_at, revoked_at, accepted_at, invitee_id, invitee_bundle, invitee_mac),
  insert (pair_id, inviter_id, token_hash, inviter_bundle, inviter_mac, week_start, created_at, expires_at), update (revoked_at) on invite');
create policy read on invite for select using (inviter_id = (select current_setting('app.person')::uuid));
create policy add on invite for insert with check (inviter_id = (select current_setting('app.person')::uuid)
  and (select current_setting('app.couple')::uuid) = '00000000-0000-0000-0000-000000000000');
create policy change on invite for update using (inviter_id = (select current_setting('app.person')::uuid) and accepted_at is null);

-- Mine alone.
call gate.grant_web('select, insert, update (rev, sealed, written_at) on private_entry');
create policy read on private_entry for select using (owner_id = (select current_setting('app.person')::uuid));
create policy add on private_entry for insert with check (owner_id = (select current_setting('app.person')::uuid));
create policy change on private_entry for update using (owner_id = (select current_setting('app.person')::uuid));

-- A person's own text for both: of my active couple, or mine; written by me, in my active couple. One sentence for each table.
-- `case` is an `or` that the planner makes nothing of: reads always name a couple or an id, and with `or` it counts the couple twice, expects
-- next to no rows, and reads a couple's whole history for eight weeks of it.
do $$
declare
  t text; who text;
  ours text := 'couple_id = (select current_setting(''app.couple'')::uuid)';
  mine text;
begin
  foreach t in array array['shared_entry:author_id', 'moment:author_id', 'meaning:person_id'] loop
    who := split_part(t, ':', 2); t := split_part(t, ':', 1);
    mine := format('%I = (select current_setting(''app.person'')::uuid)', who);
    execute format('create policy read on %I for select using (case when %s then true else %s end)', t, ours, mine);
    execute format('create policy add on %I for insert with check (%s and %s)', t, ours, mine);
    execute format('create policy change on %I for update using (%s and %s)', t, ours, mine);
  end loop;
end $$;
call gate.grant_web('select, insert, update (rev, types, sealed, removed, written_at) on shared_entry');
call gate.grant_web('select, insert, update (rev, types, sealed, removed, written_at) on moment');
call gate.grant_web('select, insert, update (rev, sealed, written_at) on meaning');

-- A reply shows as long as the page it answers does; when that was taken back, to its author alone.
call gate.grant_web('select, insert, update (rev, sealed, removed, written_at) on reply');
create policy read on reply for select using (case when author_id = (select current_setting('app.person')::uuid) then true
  else couple_id = (select current_setting('app.couple')::uuid) and page_id in (select p.id from shared_entry p
    where p.couple_id = (select current_setting('app.couple')::uuid) and not p.removed) end);
create policy add on reply for insert with check (couple_id = (select current_setting('app.couple')::uuid)
  and author_id = (select current_setting('app.person')::uuid) and exists (select from shared_entry p
    where p.couple_id = reply.couple_id and p.id = reply.page_id and not p.removed));
create policy change on reply for update using (couple_id = (select current_setting('app.couple')::uuid)
  and author_id = (select current_setting('app.person')::uuid));

-- A part is written with its moment by the moment's author, for either; each may take their own out and put it back.
call gate.grant_web('select, insert, update (taken_out) on moment_part');
create policy read on moment_part for select using (case when couple_id = (select current_setting('app.couple')::uuid) then true
  else person_id = (select current_setting('app.person')::uuid) end);
create policy add on moment_part for insert with check (couple_id = (select current_setting('app.couple')::uuid) and not taken_out
  and exists (select from moment m where m.couple_id = moment_part.couple_id and m.id = moment_id
    and m.author_id = (select current_setting('app.person')::uuid) and m.day = moment_part.day and m.types = moment_part.types
    and (m.author_id = moment_part.person_id or m.who = 'both')));
create policy change on moment_part for update using (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid));

-- Blind: mine, or of my active couple and revealed. What was revealed can't be changed; only the trigger sets revealed_at.
call gate.grant_web('select, insert (couple_id, subject, person_id, fed, more), update (fed, more) on hope');
create policy read on hope for select using (person_id = (select current_setting('app.person')::uuid)
  or (couple_id = (select current_setting('app.couple')::uuid) and revealed_at is not null));
create policy add on hope for insert with check (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid));
create policy change on hope for update using (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid) and revealed_at is null);

-- Joint: readable to whoever was ever a member, written in the active couple, each fact by whoever it is about.
do $$
declare
  t text;
  ever text := 'couple_id in (select m.couple_id from membership m where m.person_id = (select current_setting(''app.person'')::uuid))';
begin
  foreach t in array array['ritual', 'ritual_terms', 'agreement', 'plan', 'taking_part'] loop
    execute format('create policy read on %I for select using (%s)', t, ever);
  end loop;
end $$;
call gate.grant_web('select, insert (couple_id, id, proposer_id, proposed_at), update (ended_at, ended_by_id) on ritual');
create policy add on ritual for insert with check (couple_id = (select current_setting('app.couple')::uuid)
  and proposer_id = (select current_setting('app.person')::uuid));
create policy change on ritual for update using (couple_id = (select current_setting('app.couple')::uuid)
    and (ended_by_id is null or ended_by_id = (select current_setting('app.person')::uuid)))
  with check (couple_id = (select current_setting('app.couple')::uuid)
    and (ended_by_id is null or ended_by_id = (select current_setting('app.person')::uuid)));
call gate.grant_web('select, insert on ritual_terms');
create policy add on ritual_terms for insert with check (couple_id = (select current_setting('app.couple')::uuid)
  and proposer_id = (select current_setting('app.person')::uuid));
call gate.grant_web('select, insert on agreement');
create policy add on agreement for insert with check (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid));
call gate.grant_web('select, insert on plan');
create policy add on plan for insert with check (couple_id = (select current_setting('app.couple')::uuid));
call gate.grant_web('select, insert, update (day, types, took_part) on taking_part');
create policy add on taking_part for insert with check (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid));
create policy change on taking_part for update using (couple_id = (select current_setting('app.couple')::uuid)
  and person_id = (select current_setting('app.person')::uuid));
