-- What tenants decide about rules. Whoever runs rules looks at the revision to learn that something has changed;
-- the first decision makes the row.

create table rule_policy_state (
  one_row boolean default true constraint rule_policy_state_pk primary key,
  revision bigint not null,
  constraint rule_policy_state_one_row check (one_row)
);

create table rule_settings (
  tenant text not null constraint rule_settings_tenant_fk references tenants,
  rule_id text not null,
  enabled boolean not null,
  level smallint,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  revision integer not null,
  constraint rule_settings_pk primary key (tenant, rule_id),
  constraint rule_settings_level_known check (level between 0 and 4),
  constraint rule_settings_reason_length check (char_length(reason) between 1 and 1000),
  constraint rule_settings_changed_by_fk foreign key (tenant, changed_by) references users (tenant, id)
);
create index rule_settings_by_changer on rule_settings (tenant, changed_by);

-- Events that a rule shall not see. An exception that has ended is kept: who made it, why, and what it kept back.

create table rule_exceptions (
  id uuid constraint rule_exceptions_pk primary key,
  tenant text not null constraint rule_exceptions_tenant_fk references tenants,
  rule_id text not null,
  detection text not null,
  reason text not null,
  owner_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  hits bigint not null default 0,
  last_hit_at timestamptz,
  constraint rule_exceptions_detection_length check (char_length(detection) between 1 and 20000),
  constraint rule_exceptions_reason_length check (char_length(reason) between 1 and 1000),
  constraint rule_exceptions_expire_later check (expires_at > created_at),
  constraint rule_exceptions_ended_by_somebody check ((ended_at is null) = (ended_by is null)),
  constraint rule_exceptions_hits_counted check (hits >= 0 and (hits = 0) = (last_hit_at is null)),
  constraint rule_exceptions_owner_fk foreign key (tenant, owner_id) references users (tenant, id),
  constraint rule_exceptions_created_by_fk foreign key (tenant, created_by) references users (tenant, id),
  constraint rule_exceptions_ended_by_fk foreign key (tenant, ended_by) references users (tenant, id)
);
create index rule_exceptions_newest on rule_exceptions (tenant, rule_id, created_at desc, id);
create index rule_exceptions_by_end on rule_exceptions (expires_at) where ended_at is null;
create index rule_exceptions_by_owner on rule_exceptions (tenant, owner_id);
create index rule_exceptions_by_creator on rule_exceptions (tenant, created_by);
create index rule_exceptions_by_ender on rule_exceptions (tenant, ended_by) where ended_by is not null;
