-- Changed advisories fix and reopen tens of thousands of findings at once. Whether the finding of each entry of the history is there was
-- looked up for each, although the entry is written by whoever has just written the finding. What the reference was for besides, that the
-- history goes with its finding, is done once for all findings that go.

alter table finding_history drop constraint finding_history_finding_fk;

-- The plan is kept for the session: it is to look up the entries of each finding, however many went the first time.
create function finding_history_forget() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  delete from finding_history h using gone where h.tenant = gone.tenant and h.finding_id = gone.id;
  return null;
end $$;

create trigger finding_history_goes after delete on asset_vulnerabilities
  referencing old table as gone for each statement execute function finding_history_forget();

-- When a tenant wants to be told what was found since the day before; without a row, or with nothing in it, when the installation says.

create table digest_times (
  tenant text constraint digest_times_pk primary key constraint digest_times_tenant_fk references tenants,
  hour smallint,
  zone text,
  -- How often it was said.
  revision integer not null,
  constraint digest_times_hour_range check (hour between 0 and 23),
  constraint digest_times_zone_length check (char_length(zone) between 1 and 100),
  constraint digest_times_whole check ((hour is null) = (zone is null)),
  constraint digest_times_revision_positive check (revision > 0)
);
