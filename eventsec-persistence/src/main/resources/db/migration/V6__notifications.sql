-- Notifications name the exchange that caused them, and go when they are old.

alter table notifications add column correlation_id text
  constraint notifications_correlation_id_form check (correlation_id ~ '^[A-Za-z0-9-]{8,64}$');
create index notifications_by_time on notifications (created_at);

-- Indicators are listed newest first, by what they are, what they say and who says it, and go some time after their end.

create index indicators_newest on indicators (tenant, id desc);
create index indicators_by_kind on indicators (tenant, kind, id desc);
create index indicators_by_value on indicators (tenant, value, id desc);
create index indicators_by_source on indicators (tenant, source, id desc);
create index indicators_by_end on indicators (valid_until) where valid_until is not null;

-- The history of an incident tells of its title too.

alter table incident_history
  add column from_title text,
  add column to_title text,
  drop constraint incident_history_change_known,
  add constraint incident_history_change_known
    check (change in ('CREATED', 'TITLE', 'STATUS', 'OWNER', 'ASSIGNEE', 'ITEM_ADDED', 'ITEM_REMOVED')),
  add constraint incident_history_title_named
    check (num_nonnulls(from_title, to_title) = case when change = 'TITLE' then 2 else 0 end),
  add constraint incident_history_title_length
    check (char_length(from_title) between 1 and 300 and char_length(to_title) between 1 and 300);
