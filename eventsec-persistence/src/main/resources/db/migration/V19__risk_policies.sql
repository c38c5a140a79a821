-- How tenants judge the risk of vulnerabilities. A version never changes; findings and their history name the one that gave a label.

create table risk_policies (
  tenant text not null constraint risk_policies_tenant_fk references tenants,
  name text not null,
  version integer not null,
  -- The document, as its reader wrote it again.
  definition text not null,
  reason text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  constraint risk_policies_pk primary key (tenant, name, version),
  -- That one is built in.
  constraint risk_policies_name_form check (name ~ '^[a-z0-9][a-z0-9._-]{0,63}$' and name <> 'default'),
  constraint risk_policies_version_known check (version between 1 and 999999),
  constraint risk_policies_definition_length check (char_length(definition) between 1 and 100000),
  constraint risk_policies_reason_length check (char_length(reason) between 1 and 1000),
  constraint risk_policies_created_by_fk foreign key (tenant, created_by) references users (tenant, id)
);
create index risk_policies_by_creator on risk_policies (tenant, created_by);

-- Which one a tenant judges by. Who never chose, or chose the built-in one, names none.

create table risk_policy_choices (
  tenant text constraint risk_policy_choices_pk primary key constraint risk_policy_choices_tenant_fk references tenants,
  name text,
  version integer,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  revision integer not null,
  constraint risk_policy_choices_whole check ((name is null) = (version is null)),
  constraint risk_policy_choices_reason_length check (char_length(reason) between 1 and 1000),
  constraint risk_policy_choices_policy_fk foreign key (tenant, name, version) references risk_policies (tenant, name, version),
  constraint risk_policy_choices_changed_by_fk foreign key (tenant, changed_by) references users (tenant, id)
);
create index risk_policy_choices_by_policy on risk_policy_choices (tenant, name, version);
create index risk_policy_choices_by_changer on risk_policy_choices (tenant, changed_by);

-- By which policy an asset's findings were labelled.

alter table asset_evaluations add column policy text not null default 'default 1';
alter table asset_evaluations alter column policy drop default;
