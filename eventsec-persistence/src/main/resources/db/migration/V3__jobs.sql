-- Work that one node at a time does, who does it, and how it went. Times are the database's own.

create table jobs (
  name text constraint jobs_pk primary key,
  -- When it is to be done next; work that never ends is always due.
  due_at timestamptz not null default now(),
  -- Who has it, until when. The turn rises with each claim, so that whoever lost it cannot finish it.
  owner text,
  turn bigint not null default 0,
  leased_until timestamptz,
  claimed_at timestamptz,
  -- How the last run went.
  started_at timestamptz,
  finished_at timestamptz,
  outcome text,
  report text,
  failure text,
  failures integer not null default 0,
  constraint jobs_name_form check (name ~ '^[a-z][a-z0-9-]{0,62}$'),
  constraint jobs_owner_length check (char_length(owner) between 1 and 200),
  constraint jobs_lease_whole check ((owner is null) = (leased_until is null) and (owner is null) = (claimed_at is null)),
  constraint jobs_outcome_known check (outcome in ('SUCCEEDED', 'FAILED')),
  constraint jobs_run_whole check ((outcome is null) = (finished_at is null) and (outcome is null) = (started_at is null)),
  constraint jobs_report_length check (char_length(report) <= 2000),
  constraint jobs_failure_length check (char_length(failure) <= 2000),
  constraint jobs_failures_not_negative check (failures >= 0)
);
