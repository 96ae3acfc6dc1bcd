-- What must hold whatever the code does.

-- Types are in product order and not repeated (the enum's own order), so that sealed texts can name them byte for byte.
create function types_in_order(types intimacy_type[]) returns boolean language sql immutable as $$
  select types is not null and types = array(select distinct t from unnest(types) t order by t)
$$;

alter table shared_entry add constraint types_in_order check (types_in_order(types));
alter table moment add constraint types_in_order check (types_in_order(types));
alter table moment_part add constraint types_in_order check (types_in_order(types));
alter table ritual_terms add constraint types_in_order check (types_in_order(types));
alter table plan add constraint types_in_order check (types_in_order(types));
alter table taking_part add constraint types_in_order check (types_in_order(types));
alter table hope add constraint types_in_order check (types_in_order(fed) and types_in_order(more));
alter table hope add constraint one_answer_a_type check (not fed && more);

-- Versions begin at one; what was removed feeds nothing.
alter table account add constraint rev_from_one check (keyring_rev >= 1);
alter table private_entry add constraint rev_from_one check (rev >= 1);
alter table shared_entry add constraint rev_from_one check (rev >= 1);
alter table reply add constraint rev_from_one check (rev >= 1);
alter table moment add constraint rev_from_one check (rev >= 1);
alter table meaning add constraint rev_from_one check (rev >= 1);
alter table plan add constraint version_from_one check (version >= 1);
alter table shared_entry add constraint removed_feeds_nothing check (not removed or types = '{}');
alter table moment add constraint removed_feeds_nothing check (not removed or types = '{}');

-- A moment that is there feeds something.
alter table moment add constraint feeds_something check (removed or types <> '{}');

-- The nil id stands for "alone" in app.couple, so no couple may have it.
alter table couple add constraint not_nil check (id <> '00000000-0000-0000-0000-000000000000');
alter table couple add constraint week_start check (week_start in (1, 6, 7));
alter table invite add constraint week_start check (week_start in (1, 6, 7));
alter table invite add constraint accepted_whole check (num_nulls(accepted_at, invitee_id, invitee_bundle, invitee_mac) in (0, 4));
alter table membership add constraint two_places check (slot in (1, 2));
create unique index membership_active on membership (person_id) where left_at is null;

-- Terms: weekdays 1 (Monday) to 7, in order, a wall-clock time, a length of a minute to a day.
create function weekdays_in_order(days smallint[]) returns boolean language sql immutable as $$
  select days is not null and cardinality(days) between 1 and 7 and days <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]
    and days = array(select distinct d from unnest(days) d order by d)
$$;
alter table ritual_terms add constraint weekdays_in_order check (weekdays_in_order(weekdays));
alter table ritual_terms add constraint every_weeks check (every_weeks in (1, 2, 4));
alter table ritual_terms add constraint week_start check (week_start in (1, 6, 7));
alter table ritual_terms add constraint wall_clock check (time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
alter table ritual_terms add constraint length_of_a_day check (minutes between 1 and 1440);
alter table ritual_terms add constraint feeds_something check (types <> '{}');
alter table plan add constraint wall_clock check (time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
alter table plan add constraint length_of_a_day check (minutes between 1 and 1440);
alter table ritual add constraint ended_by_one check ((ended_at is null) = (ended_by_id is null));
