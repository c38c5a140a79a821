-- What correlations remember: parts of a tenant's state, each written together with the reader's position.

create table correlation_state (
  tenant text not null constraint correlation_state_tenant_fk references tenants,
  state_key text not null,
  value bytea not null,
  constraint correlation_state_pk primary key (tenant, state_key),
  constraint correlation_state_key_length check (char_length(state_key) between 1 and 100)
);

-- What an alert is about may go on: how often its condition was reached, and when last.

alter table alerts
  add column firings bigint not null default 1,
  add column last_event_time timestamptz,
  add constraint alerts_firings_positive check (firings >= 1);
