-- What correlations remember: parts of a tenant's state, each written together with the reader's position.

create table correlation_state (
  tenant text not null constraint correlation_state_tenant_fk references tenants,
  state_key text not null,
  value bytea not null,
  constraint correlation_state_pk primary key (tenant, state_key),
  constraint correlation_state_key_length check (char_length(state_key) between 1 and 100)
);

-- What each version of a correlation has done.

create table correlation_counts (
  tenant text not null constraint correlation_counts_tenant_fk references tenants,
  rule_id text not null,
  rule_version text not null,
  events bigint not null,
  firings bigint not null,
  late bigint not null,
  ahead bigint not null,
  trimmed bigint not null,
  evicted bigint not null,
  changed_at timestamptz not null default now(),
  constraint correlation_counts_pk primary key (tenant, rule_id, rule_version)
);

-- Events that a correlation could not take up: they came too late, or their clock is wrong.

create table untimely_events (
  id bigint generated always as identity constraint untimely_events_pk primary key,
  tenant text not null constraint untimely_events_tenant_fk references tenants,
  rule_id text not null,
  event_id text not null,
  rule_version text not null,
  event_time timestamptz not null,
  source text not null,
  reason text not null,
  noted_at timestamptz not null default now(),
  constraint untimely_events_once unique (tenant, rule_id, event_id),
  constraint untimely_events_reason_known check (reason in ('LATE', 'AHEAD'))
);
create index untimely_events_newest on untimely_events (tenant, rule_id, id desc);
create index untimely_events_by_time on untimely_events (noted_at);

-- What an alert is about may go on: how often its condition was reached, and when last.

alter table alerts
  add column firings bigint not null default 1,
  add column last_event_time timestamptz,
  add constraint alerts_firings_positive check (firings >= 1);
