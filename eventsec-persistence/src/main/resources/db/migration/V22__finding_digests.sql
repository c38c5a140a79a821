-- Up to when a tenant has been told what was found that is not told at once.

create table finding_digests (
  tenant text constraint finding_digests_pk primary key constraint finding_digests_tenant_fk references tenants,
  told_until timestamptz not null
);

-- What users are told of one that is told at once, and what its event is known by, whichever asset takes it over.

alter table finding_news add column title text, add column event_key text;
update finding_news set title = 'Vulnerability ' || vulnerability_id,
  event_key = asset_id || '/' || vulnerability_id || '/' || lower(label) where record is not null;
alter table finding_news
  drop constraint finding_news_prepared_whole,
  add constraint finding_news_prepared_whole
    check ((record is null) = (occasion is null) and (record is null) = (title is null)
      and (record is null) = (event_key is null) and (record is null) = (prepared_at is null)),
  add constraint finding_news_event_key_length check (char_length(event_key) <= 200),
  add constraint finding_news_title_length check (char_length(title) between 1 and 300);
