-- The rules and correlations that were in force together, under a name made of their ids and versions.

create table rule_sets (
  tenant text not null constraint rule_sets_tenant_fk references tenants,
  set_id text not null,
  seen_at timestamptz not null default now(),
  constraint rule_sets_pk primary key (tenant, set_id),
  constraint rule_sets_id_form check (set_id ~ '^[0-9a-f]{32}$')
);

create table rule_set_members (
  tenant text not null,
  set_id text not null,
  rule_id text not null,
  rule_version text not null,
  constraint rule_set_members_pk primary key (tenant, set_id, rule_id),
  constraint rule_set_members_set_fk foreign key (tenant, set_id) references rule_sets on delete cascade
);
create index rule_set_members_by_rule on rule_set_members (tenant, rule_id, set_id) include (rule_version);

-- Which batches of a source were evaluated by which rules: the last row of each source grows with each step while the
-- rules are the same. No index has a column that grows, so that an update stays in its page.

create table coverage (
  id bigint generated always as identity constraint coverage_pk primary key,
  tenant text not null constraint coverage_tenant_fk references tenants,
  source text not null,
  set_id text not null,
  from_position bigint not null,
  to_position bigint not null,
  from_time timestamptz not null,
  to_time timestamptz not null,
  events bigint not null,
  failed bigint not null,
  is_last boolean not null default true,
  noted_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  constraint coverage_set_fk foreign key (tenant, set_id) references rule_sets,
  constraint coverage_positions_in_order check (from_position >= 0 and to_position >= from_position),
  constraint coverage_times_in_order check (to_time >= from_time),
  constraint coverage_counts check (events >= failed and failed >= 0)
) with (fillfactor = 50);
create unique index coverage_last on coverage (tenant, source) where is_last;
create index coverage_by_set on coverage (tenant, set_id);
create index coverage_newest on coverage (tenant, id desc);

-- One rule run again over what it has not seen. All that it covers up to its position is done, and was committed with it.

create table reevaluations (
  id uuid constraint reevaluations_pk primary key,
  tenant text not null constraint reevaluations_tenant_fk references tenants,
  rule_id text not null,
  rule_version text not null,
  state text not null default 'REQUESTED',
  position bigint not null,
  events bigint not null default 0,
  alerts bigint not null default 0,
  failed bigint not null default 0,
  reason text,
  requested_by uuid,
  requested_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  constraint reevaluations_in_tenant unique (tenant, id),
  constraint reevaluations_requested_by_fk foreign key (tenant, requested_by) references users (tenant, id),
  constraint reevaluations_state_known check (state in ('REQUESTED', 'RUNNING', 'DONE', 'FAILED')),
  constraint reevaluations_finished check ((state in ('DONE', 'FAILED')) = (finished_at is not null)),
  constraint reevaluations_failed_with_reason check ((state = 'FAILED') = (reason is not null)),
  constraint reevaluations_reason_length check (char_length(reason) between 1 and 2000),
  constraint reevaluations_counts check (position >= 0 and events >= 0 and alerts >= 0 and failed >= 0)
);
create unique index reevaluations_one_open on reevaluations (tenant, rule_id) where state in ('REQUESTED', 'RUNNING');
create index reevaluations_waiting on reevaluations (requested_at, id) where state in ('REQUESTED', 'RUNNING');
create index reevaluations_newest on reevaluations (tenant, rule_id, requested_at desc, id);
create index reevaluations_by_end on reevaluations (finished_at);
create index reevaluations_by_user on reevaluations (tenant, requested_by);

create table reevaluation_ranges (
  tenant text not null,
  reevaluation_id uuid not null,
  source text not null,
  from_position bigint not null,
  to_position bigint not null,
  constraint reevaluation_ranges_pk primary key (tenant, reevaluation_id, source, from_position),
  constraint reevaluation_ranges_reevaluation_fk foreign key (tenant, reevaluation_id)
    references reevaluations (tenant, id) on delete cascade,
  constraint reevaluation_ranges_in_order check (from_position >= 1 and to_position >= from_position)
);

-- Where the journal has an event that a correlation could not take up; nothing for those noted before this.

alter table untimely_events add column position bigint
  constraint untimely_events_position_positive check (position > 0);
