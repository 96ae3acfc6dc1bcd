-- Names, titles and the like hold no control characters and nothing that turns the direction of the text around them, and a name
-- or a title shows something. The contracts say the same (lib/http/shown-text.ts) and know more invisible characters. Rows from
-- before may break it, so nothing is checked now, and they are answered as they are.

create procedure gate.shown_text(t text, c text, may_be_empty boolean) language plpgsql as $$
declare
  controls text := '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]';
  visible text := '[^\s\u00a0\u00ad\u034f\u115f\u1160\u1680\u2000-\u200d\u202f\u205f-\u2065\u206a-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0]';
begin
  if t <> 'ritual_terms' then
    execute format('update %1$I set %2$I = regexp_replace(%2$I, %3$L, '' '', ''g'') where %2$I ~ %3$L', t, c, controls);
    if not may_be_empty then execute format('update %1$I set %2$I = ''?'' where %2$I !~ %3$L', t, c, visible); end if;
  end if;
  execute format('alter table %1$I add constraint %2$I check (%3$I !~ %4$L and (%5$L or %3$I ~ %6$L)) not valid',
    t, c || '_is_shown', c, controls, may_be_empty, visible);
end $$;
revoke all on procedure gate.shown_text from public;

call gate.shown_text('person', 'name', false);
call gate.shown_text('session', 'label', true);
call gate.shown_text('ritual_terms', 'title', false);
call gate.shown_text('plan', 'title', false);
call gate.shown_text('plan', 'what', true);
call gate.shown_text('plan', 'place', true);
call gate.shown_text('plan_item', 'text', false);
