-- What fed whom, derived: a row per source and type. It runs with the rights of whoever asks, so the policies of its sources hold.
create view feeding with (security_invoker = true) as
  select s.couple_id, s.person_id, s.day, t.type, s.source::feeding_source as source, s.source_id
  from (
    select couple_id, person_id, day, types, 'moment' as source, moment_id as source_id from moment_part where not taken_out
    union all
    select couple_id, author_id, day, types, 'page', id from shared_entry
    union all
    select r.couple_id, r.author_id, r.day, p.types, 'reply', r.id
      from reply r join shared_entry p on p.couple_id = r.couple_id and p.id = r.page_id where not r.removed
    union all
    select couple_id, person_id, day, types, 'plan', plan_id from taking_part where took_part
  ) s cross join lateral unnest(s.types) as t (type);
call gate.grant_web('select on feeding');
