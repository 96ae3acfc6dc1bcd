-- The browser that a session was opened in, so that a session which is ended on another device ends what that browser is known for.
-- Null for sessions from before.
alter table session add column known_device_id uuid;
alter table session add constraint session_known_device_id_fkey foreign key (known_device_id) references known_device (id)
  on delete set null on update no action;
create index session_known_device_id_idx on session (known_device_id);

-- Names, titles and the like hold no invisible characters that no script needs, and at most eight marks on one letter. The contracts
-- take both out of what is sent, and know every mark of Unicode (lib/http/shown-text.ts); here are the marks that stack. Flags of a part
-- of a country are written with tags, which are invisible anywhere else.
create procedure gate.readable_text(t text, c text, may_be_empty boolean) language plpgsql as $$
declare
  flag text := '\U0001F3F4[\U000E0030-\U000E0039\U000E0061-\U000E007A]{1,6}\U000E007F';
  unseen text := '[\u00ad\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\U0001D173-\U0001D17A\U000E0000-\U000E007F]';
  mark text := '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc'
    '\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0eb9\u0ec8-\u0ecd\u0f71-\u0f7e\u0f80-\u0f84'
    '\u0f90-\u0f97\u0f99-\u0fbc\u1dc0-\u1de6\u200c\u200d\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe23]';
  visible text := '[^\s\u00a0\u00ad\u034f\u115f\u1160\u1680\u2000-\u200d\u202f\u205f-\u2065\u206a-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0]';
  is_readable text := format('regexp_replace(%I, %L, '''', ''g'') !~ %L and %1$I !~ %4$L', c, flag, unseen, mark || '{9}');
  r record;
begin
  -- Rows from before are corrected, or a later change of another column would be refused. What breaks another rule too stays as it is.
  for r in execute format('select ctid as place, %1$I as was from %2$I where not (%3$s)', c, t, is_readable) loop
    r.was := regexp_replace(regexp_replace(r.was, '(' || flag || ')|' || unseen, '\1', 'g'), '(' || mark || '{8})' || mark || '+', '\1', 'g');
    if not may_be_empty and r.was !~ visible then r.was := '?'; end if;
    begin
      execute format('update %I set %I = $1 where ctid = $2', t, c) using r.was, r.place;
    exception when check_violation then null;
    end;
  end loop;
  execute format('alter table %I add constraint %I check (%s) not valid', t, c || '_is_readable', is_readable);
end $$;
revoke all on procedure gate.readable_text from public;

call gate.readable_text('person', 'name', false);
call gate.readable_text('session', 'label', true);
call gate.readable_text('ritual_terms', 'title', false);
call gate.readable_text('plan', 'title', false);
call gate.readable_text('plan', 'what', true);
call gate.readable_text('plan', 'place', true);
call gate.readable_text('plan_item', 'text', false);
