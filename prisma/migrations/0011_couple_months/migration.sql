-- The months of each couple in which something stands that the asking person may read: what was kept, and closed, and their own
-- notes, answers and versions of closing. A week is of the month that holds its fourth day, which is the Thursday, Tuesday or
-- Wednesday of the ISO week that it is named for, as the couple's weeks begin on Monday, Saturday or Sunday. It runs with the rights
-- of whoever asks.
create view couple_month with (security_invoker = true) as
  select couple_id, to_char(day, 'YYYY-MM') as month from kept_plan
  union select couple_id, month from month_closing where closes or person_id = current_setting('app.person', true)::uuid
  union select couple_id, subject from month_note
  union select c.couple_id, to_char(to_date(c.subject, 'IYYY"-W"IW') + (u.week_start + 2) % 7, 'YYYY-MM') from check_in c join couple u on u.id = c.couple_id;
call gate.grant_web('select on couple_month');
