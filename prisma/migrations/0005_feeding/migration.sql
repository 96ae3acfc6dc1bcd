-- What fed whom, derived: a row per source and type; `page_id` is the page that was shared or answered. It runs with the rights of
-- whoever asks, so the policies of its sources hold. What does not count has no types here, instead of a condition: the planner takes a
-- branch without one as it takes a table, and reads its index in order.
create view feeding with (security_invoker = true) as
  select s.couple_id, s.person_id, s.day, t.type, s.source::feeding_source as source, s.source_id, s.page_id
  from (
    select couple_id, person_id, day, case when taken_out then '{}' else types end as types, 'moment' as source, moment_id as source_id,
      null::uuid as page_id from moment_part
    union all
    select couple_id, author_id, day, types, 'page', id, id from shared_entry
    union all
    select r.couple_id, r.author_id, r.day, p.types, 'reply', r.id, r.page_id
      from reply r join shared_entry p on p.couple_id = r.couple_id and p.id = r.page_id where not r.removed
    union all
    select couple_id, person_id, day, case when took_part then types else '{}' end, 'plan', plan_id, null from taking_part
  ) s cross join lateral unnest(s.types) as t (type);
call gate.grant_web('select on feeding');
