-- A date of a ritual takes its title from the terms when it is touched, and a title of before 0018 would be refused then. Terms that break
-- another rule too stay as they are: they can't be changed, and nothing depends on this.
do $$
declare
  controls text := '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]';
  visible text := '[^\s\u00a0\u00ad\u034f\u115f\u1160\u1680\u2000-\u200d\u202f\u205f-\u2065\u206a-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0]';
  t record;
begin
  for t in select couple_id, id, regexp_replace(title, controls, ' ', 'g') as plain from ritual_terms
    where title ~ controls or title !~ visible
  loop
    begin
      update ritual_terms set title = case when t.plain ~ visible then t.plain else '?' end where couple_id = t.couple_id and id = t.id;
    exception when check_violation then null;
    end;
  end loop;
end $$;
