-- An asset is known by its cloud's id too, and two that turn out to be one become one.

alter table assets
  -- Cloud and instance, such as aws:i-0123456789abcdef0.
  add column cloud_id text,
  add constraint assets_cloud_unique unique (tenant, cloud_id),
  add constraint assets_cloud_length check (char_length(cloud_id) between 1 and 200);

-- Without agent and cloud the name is all there is.
drop index assets_hostname_unique;
create unique index assets_hostname_unique on assets (tenant, hostname) where agent_id is null and cloud_id is null;

-- A stay that moves to another asset takes its findings along.
alter table asset_vulnerabilities
  drop constraint asset_vulnerabilities_component_fk,
  add constraint asset_vulnerabilities_component_fk foreign key (tenant, asset_id, component_id)
    references software_components (tenant, asset_id, id) on delete cascade on update cascade;

-- What was an asset of its own once: its id leads to the asset it is part of, its agent and cloud too.
create table asset_merges (
  tenant text not null,
  merged_id uuid not null,
  survivor_id uuid not null,
  rule text not null,
  hostname text not null,
  agent_id text,
  cloud_id text,
  merged_by uuid,
  merged_at timestamptz not null,
  constraint asset_merges_pk primary key (tenant, merged_id),
  constraint asset_merges_rule_known check (rule in ('CLOUD_ID', 'NAME_AND_ADDRESS', 'PERSON')),
  constraint asset_merges_by_person check ((rule = 'PERSON') = (merged_by is not null)),
  constraint asset_merges_survivor_fk foreign key (tenant, survivor_id) references assets (tenant, id) on delete cascade,
  constraint asset_merges_merged_by_fk foreign key (tenant, merged_by) references users (tenant, id)
);
create index asset_merges_by_survivor on asset_merges (tenant, survivor_id);
create index asset_merges_by_agent on asset_merges (tenant, agent_id) where agent_id is not null;
create index asset_merges_by_cloud on asset_merges (tenant, cloud_id) where cloud_id is not null;
create index asset_merges_by_person on asset_merges (tenant, merged_by) where merged_by is not null;
