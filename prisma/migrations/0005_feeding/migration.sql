-- What fed whom, derived: a row per source and type; `page_id` is the page that was shared or answered. It runs with the rights of
-- whoever asks, so the policies of its sources hold.
create view feeding with (security_invoker = true) as
  select s.couple_id, s.person_id, s.day, t.type, s.source::feeding_source as source, s.source_id, s.page_id
  from (
    select couple_id, person_id, day, types, 'moment' as source, moment_id as source_id, null::uuid as page_id from moment_part where not taken_out
    union all
    select couple_id, author_id, day, types, 'page', id, id from shared_entry
    union all
    select r.couple_id, r.author_id, r.day, p.types, 'reply', r.id, r.page_id
      from reply r join shared_entry p on p.couple_id = r.couple_id and p.id = r.page_id where not r.removed
    union all
    select couple_id, person_id, day, types, 'plan', plan_id, null from taking_part where took_part
  ) s cross join lateral unnest(s.types) as t (type);
call gate.grant_web('select on feeding');
