-- A reference to a row of a tenant's names the tenant too: (tenant, user) to users (tenant, id). So no row can point into
-- another tenant, whatever a program gets wrong. The parents need a key of that shape.

alter table users add constraint users_in_tenant unique (tenant, id);
alter table alerts add constraint alerts_in_tenant unique (tenant, id);

alter table sensors
  drop constraint sensors_created_by_fk,
  add constraint sensors_created_by_fk foreign key (tenant, created_by) references users (tenant, id);
drop index sensors_by_creator;
create index sensors_by_creator on sensors (tenant, created_by) where created_by is not null;

-- Teams -------------------------------------------------------------------------------------------------------------

create table teams (
  id uuid constraint teams_pk primary key,
  tenant text not null constraint teams_tenant_fk references tenants,
  name text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  constraint teams_in_tenant unique (tenant, id),
  constraint teams_name_unique unique (tenant, name),
  constraint teams_name_length check (char_length(name) between 1 and 100),
  constraint teams_created_by_fk foreign key (tenant, created_by) references users (tenant, id)
);
create index teams_by_creator on teams (tenant, created_by);

create table team_members (
  id bigint generated always as identity constraint team_members_pk primary key,
  tenant text not null,
  team_id uuid not null,
  user_id uuid not null,
  joined_at timestamptz not null,
  constraint team_members_once unique (tenant, team_id, user_id),
  constraint team_members_team_fk foreign key (tenant, team_id) references teams (tenant, id) on delete cascade,
  constraint team_members_user_fk foreign key (tenant, user_id) references users (tenant, id)
);
create index team_members_by_user on team_members (tenant, user_id);

-- Who has an alert. The owner answers for it, also when the shift changes; the assignee works on it now; the closer said
-- that it is done with. -----------------------------------------------------------------------------------------------

alter table alerts
  add column owner_id uuid,
  add column assignee_id uuid,
  add column closed_by uuid,
  add column closed_at timestamptz;
update alerts set closed_by = status_changed_by, closed_at = coalesce(status_changed_at, raised_at) where status = 'CLOSED';
alter table alerts
  drop constraint alerts_status_changed_by_fk,
  add constraint alerts_status_changed_by_fk foreign key (tenant, status_changed_by) references users (tenant, id),
  add constraint alerts_owner_fk foreign key (tenant, owner_id) references users (tenant, id),
  add constraint alerts_assignee_fk foreign key (tenant, assignee_id) references users (tenant, id),
  add constraint alerts_closed_by_fk foreign key (tenant, closed_by) references users (tenant, id),
  add constraint alerts_closed_at_when_closed check ((closed_at is not null) = (status = 'CLOSED')),
  add constraint alerts_closed_by_when_closed check (closed_by is null or closed_at is not null);
drop index alerts_by_status_changer;
create index alerts_by_status_changer on alerts (tenant, status_changed_by) where status_changed_by is not null;
create index alerts_by_owner on alerts (tenant, owner_id) where owner_id is not null;
create index alerts_by_assignee on alerts (tenant, assignee_id) where assignee_id is not null;
create index alerts_by_closer on alerts (tenant, closed_by) where closed_by is not null;

-- The history tells of the roles too: whose hands the alert is in since (nobody's, if subject_id is null).
alter table alert_history
  add column tenant text,
  add column change text not null default 'STATUS',
  add column subject_id uuid;
update alert_history set tenant = alerts.tenant from alerts where alerts.id = alert_history.alert_id;
alter table alert_history
  alter column tenant set not null,
  alter column change drop default,
  drop constraint alert_history_alert_fk,
  drop constraint alert_history_changed_by_fk,
  add constraint alert_history_alert_fk foreign key (tenant, alert_id) references alerts (tenant, id) on delete cascade,
  add constraint alert_history_changed_by_fk foreign key (tenant, changed_by) references users (tenant, id),
  add constraint alert_history_subject_fk foreign key (tenant, subject_id) references users (tenant, id),
  add constraint alert_history_change_known check (change in ('STATUS', 'OWNER', 'ASSIGNEE')),
  add constraint alert_history_status_has_no_subject check (change <> 'STATUS' or subject_id is null);
drop index alert_history_by_alert;
drop index alert_history_by_changer;
create index alert_history_by_alert on alert_history (tenant, alert_id, id);
create index alert_history_by_changer on alert_history (tenant, changed_by);
create index alert_history_by_subject on alert_history (tenant, subject_id) where subject_id is not null;

-- Assets and what is installed on them ------------------------------------------------------------------------------

create table assets (
  id uuid constraint assets_pk primary key,
  tenant text not null constraint assets_tenant_fk references tenants,
  -- Who it is: the agent's id if there is an agent, else the host name. Addresses are beside it.
  agent_id text,
  hostname text not null,
  criticality text not null default 'MEDIUM',
  tags jsonb not null default '[]',
  owner_team_id uuid,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- The time of the snapshot in force, as the host's clock says; an older one changes nothing.
  last_snapshot_at timestamptz,
  component_count integer not null default 0,
  -- Of what people say of it; snapshots leave it alone.
  revision integer not null default 1,
  constraint assets_in_tenant unique (tenant, id),
  constraint assets_agent_unique unique (tenant, agent_id),
  constraint assets_agent_length check (char_length(agent_id) between 1 and 200),
  constraint assets_hostname_length check (char_length(hostname) between 1 and 255),
  constraint assets_criticality_known check (criticality in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  constraint assets_tags_form check (jsonb_typeof(tags) = 'array'),
  constraint assets_seen_in_order check (last_seen_at >= first_seen_at),
  constraint assets_component_count_not_negative check (component_count >= 0),
  constraint assets_owner_team_fk foreign key (tenant, owner_team_id) references teams (tenant, id)
);
-- Without an agent the name is all there is, so it is unique among those without one.
create unique index assets_hostname_unique on assets (tenant, hostname) where agent_id is null;
create index assets_by_hostname on assets (tenant, hostname, id);
create index assets_by_criticality on assets (tenant, criticality, hostname, id);
create index assets_by_owner_team on assets (tenant, owner_team_id) where owner_team_id is not null;

create table asset_addresses (
  id bigint generated always as identity constraint asset_addresses_pk primary key,
  tenant text not null,
  asset_id uuid not null,
  -- Text in its one canonical spelling, so that a look-up is an equality.
  address text not null,
  constraint asset_addresses_once unique (tenant, asset_id, address),
  constraint asset_addresses_canonical check (address = host(address::inet)),
  constraint asset_addresses_asset_fk foreign key (tenant, asset_id) references assets (tenant, id) on delete cascade
);
create index asset_addresses_by_address on asset_addresses (tenant, address, asset_id);

-- A row is one stay of one component on one asset, from the first snapshot that has it to the first that has it no more:
-- first_seen_at <= t and (removed_at is null or removed_at > t) is what was there at t. An upgrade ends one row and
-- begins another; what comes back begins a new one.
create table software_components (
  id bigint generated always as identity constraint software_components_pk primary key,
  tenant text not null,
  asset_id uuid not null,
  -- SHA-256 of all that names it: the same bytes are the same component.
  component_key bytea not null,
  ecosystem text not null,
  name text not null,
  version text not null,
  -- Not all have these; what is absent is the empty string, so that rows can be compared.
  arch text not null default '',
  distro text not null default '',
  source_name text not null default '',
  source_version text not null default '',
  purl text not null default '',
  cpe text not null default '',
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  removed_at timestamptz,
  constraint software_components_in_asset unique (tenant, asset_id, id),
  constraint software_components_key_length check (octet_length(component_key) = 32),
  constraint software_components_ecosystem_form check (ecosystem ~ '^[a-z0-9][a-z0-9.+-]{0,63}$'),
  constraint software_components_name_length check (char_length(name) between 1 and 500),
  constraint software_components_version_length check (char_length(version) <= 300),
  constraint software_components_named check (purl <> '' or cpe <> '' or (version <> '' and arch <> '')),
  constraint software_components_seen_in_order check (last_seen_at >= first_seen_at and removed_at > last_seen_at),
  constraint software_components_asset_fk foreign key (tenant, asset_id) references assets (tenant, id) on delete cascade
) with (fillfactor = 80); -- each snapshot moves last_seen_at, which no index holds: room for that on the same page
create unique index software_components_once on software_components (tenant, asset_id, component_key)
  where removed_at is null;
create index software_components_by_name on software_components (tenant, asset_id, name, id);
-- "Who has this?", as a new advisory asks.
create index software_components_installed on software_components (tenant, ecosystem, name) where removed_at is null;

-- Vulnerabilities and where they were found -------------------------------------------------------------------------

-- Published knowledge, the same for everybody, hence the one table without a tenant; what it means for
-- a tenant's assets is in asset_vulnerabilities.
create table vulnerabilities (
  id text constraint vulnerabilities_pk primary key,
  title text not null,
  description text not null default '',
  cvss_score double precision,
  -- The order of lists: the unknown come last.
  rank double precision generated always as (coalesce(cvss_score, 0)) stored,
  cvss_vector text,
  epss double precision,
  -- Since when it is known to be exploited.
  kev_since date,
  published_at timestamptz,
  modified_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint vulnerabilities_id_form check (id ~ '^[A-Za-z0-9][A-Za-z0-9:._-]{0,99}$'),
  constraint vulnerabilities_title_length check (char_length(title) between 1 and 500),
  constraint vulnerabilities_cvss_range check (cvss_score between 0 and 10),
  constraint vulnerabilities_epss_range check (epss between 0 and 1)
);
create index vulnerabilities_worst on vulnerabilities (rank desc, id desc);

create table asset_vulnerabilities (
  id bigint generated always as identity constraint asset_vulnerabilities_pk primary key,
  tenant text not null,
  asset_id uuid not null,
  component_id bigint not null,
  vulnerability_id text not null constraint asset_vulnerabilities_vulnerability_fk references vulnerabilities,
  status text not null default 'OPEN',
  risk text not null,
  risk_score double precision not null,
  -- Why it matched: advisory, range, comparison.
  evidence json not null,
  fixed_version text,
  found_at timestamptz not null,
  closed_at timestamptz,
  accepted_by uuid,
  accepted_reason text,
  accepted_until timestamptz,
  revision integer not null default 1,
  constraint asset_vulnerabilities_once unique (tenant, asset_id, component_id, vulnerability_id),
  constraint asset_vulnerabilities_status_known
    check (status in ('OPEN', 'IN_REVIEW', 'MITIGATED', 'ACCEPTED', 'FALSE_POSITIVE', 'FIXED')),
  constraint asset_vulnerabilities_risk_known check (risk in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  constraint asset_vulnerabilities_risk_score_range check (risk_score between 0 and 1),
  constraint asset_vulnerabilities_accepted_by_somebody
    check (status <> 'ACCEPTED' or (accepted_by is not null and accepted_reason <> '' and accepted_until is not null)),
  constraint asset_vulnerabilities_closed_after_found check (closed_at >= found_at),
  constraint asset_vulnerabilities_asset_fk foreign key (tenant, asset_id) references assets (tenant, id) on delete cascade,
  constraint asset_vulnerabilities_component_fk foreign key (tenant, asset_id, component_id)
    references software_components (tenant, asset_id, id) on delete cascade,
  constraint asset_vulnerabilities_accepted_by_fk foreign key (tenant, accepted_by) references users (tenant, id)
);
create index asset_vulnerabilities_worst on asset_vulnerabilities (tenant, risk_score desc, id desc);
create index asset_vulnerabilities_by_status on asset_vulnerabilities (tenant, status, risk_score desc, id desc);
create index asset_vulnerabilities_by_risk on asset_vulnerabilities (tenant, risk, risk_score desc, id desc);
create index asset_vulnerabilities_by_asset on asset_vulnerabilities (tenant, asset_id, risk_score desc, id desc);
create index asset_vulnerabilities_by_vulnerability
  on asset_vulnerabilities (tenant, vulnerability_id, risk_score desc, id desc);
create index asset_vulnerabilities_by_published on asset_vulnerabilities (vulnerability_id);
create index asset_vulnerabilities_by_acceptor on asset_vulnerabilities (tenant, accepted_by) where accepted_by is not null;

-- Incidents ---------------------------------------------------------------------------------------------------------

create table incidents (
  id uuid constraint incidents_pk primary key,
  tenant text not null constraint incidents_tenant_fk references tenants,
  title text not null,
  description text not null default '',
  severity smallint not null,
  status text not null default 'OPEN',
  created_by uuid not null,
  owner_id uuid,
  assignee_id uuid,
  closed_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  revision integer not null default 1,
  constraint incidents_in_tenant unique (tenant, id),
  constraint incidents_title_length check (char_length(title) between 1 and 300),
  constraint incidents_description_length check (char_length(description) <= 20000),
  constraint incidents_severity_known check (severity between 0 and 4),
  constraint incidents_status_known check (status in ('OPEN', 'IN_PROGRESS', 'ON_HOLD', 'CLOSED')),
  constraint incidents_closed_by_somebody
    check ((status = 'CLOSED') = (closed_at is not null) and (closed_at is null) = (closed_by is null)),
  constraint incidents_created_by_fk foreign key (tenant, created_by) references users (tenant, id),
  constraint incidents_owner_fk foreign key (tenant, owner_id) references users (tenant, id),
  constraint incidents_assignee_fk foreign key (tenant, assignee_id) references users (tenant, id),
  constraint incidents_closed_by_fk foreign key (tenant, closed_by) references users (tenant, id)
);
create index incidents_newest on incidents (tenant, created_at desc, id desc);
create index incidents_by_status on incidents (tenant, status, created_at desc, id desc);
create index incidents_by_creator on incidents (tenant, created_by);
create index incidents_by_owner on incidents (tenant, owner_id, created_at desc, id desc) where owner_id is not null;
create index incidents_by_assignee on incidents (tenant, assignee_id, created_at desc, id desc) where assignee_id is not null;
create index incidents_by_closer on incidents (tenant, closed_by) where closed_by is not null;

create table incident_items (
  id bigint generated always as identity constraint incident_items_pk primary key,
  tenant text not null,
  incident_id uuid not null,
  -- One of the three. An event is in the search index, so it is named and not referred to.
  alert_id text,
  asset_id uuid,
  event_id text,
  added_by uuid not null,
  added_at timestamptz not null,
  constraint incident_items_alert_once unique (tenant, incident_id, alert_id),
  constraint incident_items_asset_once unique (tenant, incident_id, asset_id),
  constraint incident_items_event_once unique (tenant, incident_id, event_id),
  constraint incident_items_one_subject check (num_nonnulls(alert_id, asset_id, event_id) = 1),
  constraint incident_items_event_form check (event_id ~ '^[0-9a-f]{32}$'),
  constraint incident_items_incident_fk foreign key (tenant, incident_id) references incidents (tenant, id) on delete cascade,
  constraint incident_items_alert_fk foreign key (tenant, alert_id) references alerts (tenant, id),
  constraint incident_items_asset_fk foreign key (tenant, asset_id) references assets (tenant, id),
  constraint incident_items_added_by_fk foreign key (tenant, added_by) references users (tenant, id)
);
create index incident_items_by_incident on incident_items (tenant, incident_id, id);
create index incident_items_by_alert on incident_items (tenant, alert_id) where alert_id is not null;
create index incident_items_by_asset on incident_items (tenant, asset_id) where asset_id is not null;
create index incident_items_by_adder on incident_items (tenant, added_by);

create table incident_history (
  id bigint generated always as identity constraint incident_history_pk primary key,
  tenant text not null,
  incident_id uuid not null,
  change text not null,
  from_status text,
  to_status text,
  -- Whose hands it is in since; null for nobody's.
  subject_id uuid,
  -- What was added or removed; it may be gone by now, so it is named and not referred to.
  item_kind text,
  item_key text,
  comment text,
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint incident_history_change_known
    check (change in ('CREATED', 'STATUS', 'OWNER', 'ASSIGNEE', 'ITEM_ADDED', 'ITEM_REMOVED')),
  constraint incident_history_from_status_known check (from_status in ('OPEN', 'IN_PROGRESS', 'ON_HOLD', 'CLOSED')),
  constraint incident_history_to_status_known check (to_status in ('OPEN', 'IN_PROGRESS', 'ON_HOLD', 'CLOSED')),
  constraint incident_history_status_named check ((change = 'STATUS') = (num_nonnulls(from_status, to_status) = 2)),
  constraint incident_history_subject_of_a_role check (subject_id is null or change in ('OWNER', 'ASSIGNEE')),
  constraint incident_history_item_kind_known check (item_kind in ('ALERT', 'ASSET', 'EVENT')),
  constraint incident_history_item_named
    check ((change in ('ITEM_ADDED', 'ITEM_REMOVED')) = (num_nonnulls(item_kind, item_key) = 2)),
  constraint incident_history_comment_length check (char_length(comment) <= 4000),
  constraint incident_history_incident_fk foreign key (tenant, incident_id) references incidents (tenant, id) on delete cascade,
  constraint incident_history_subject_fk foreign key (tenant, subject_id) references users (tenant, id),
  constraint incident_history_changed_by_fk foreign key (tenant, changed_by) references users (tenant, id)
);
create index incident_history_by_incident on incident_history (tenant, incident_id, id);
create index incident_history_by_subject on incident_history (tenant, subject_id) where subject_id is not null;
create index incident_history_by_changer on incident_history (tenant, changed_by);

-- Indicators --------------------------------------------------------------------------------------------------------

create table indicators (
  id bigint generated always as identity constraint indicators_pk primary key,
  tenant text not null constraint indicators_tenant_fk references tenants,
  kind text not null,
  value text not null,
  source text not null,
  confidence smallint not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  -- Null if a feed brought it.
  created_by uuid,
  created_at timestamptz not null,
  constraint indicators_once unique (tenant, kind, value, source),
  constraint indicators_kind_known
    check (kind in ('ADDRESS', 'NETWORK', 'DOMAIN', 'URL', 'EMAIL', 'MD5', 'SHA1', 'SHA256', 'FILE_NAME')),
  constraint indicators_value_length check (octet_length(value) between 1 and 2000),
  constraint indicators_source_length check (char_length(source) between 1 and 100),
  constraint indicators_confidence_range check (confidence between 0 and 100),
  constraint indicators_valid_in_order check (valid_until > valid_from),
  constraint indicators_created_by_fk foreign key (tenant, created_by) references users (tenant, id)
);
create index indicators_by_creator on indicators (tenant, created_by) where created_by is not null;

-- What a user is told -----------------------------------------------------------------------------------------------

create table notifications (
  id bigint generated always as identity constraint notifications_pk primary key,
  tenant text not null,
  user_id uuid not null,
  -- What it is about, so that the same news is told once.
  topic text not null,
  title text not null,
  alert_id text,
  incident_id uuid,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint notifications_once unique (tenant, user_id, topic),
  constraint notifications_topic_length check (char_length(topic) between 1 and 300),
  constraint notifications_title_length check (char_length(title) between 1 and 300),
  constraint notifications_read_after_created check (read_at >= created_at),
  constraint notifications_user_fk foreign key (tenant, user_id) references users (tenant, id) on delete cascade,
  constraint notifications_alert_fk foreign key (tenant, alert_id) references alerts (tenant, id) on delete cascade,
  constraint notifications_incident_fk foreign key (tenant, incident_id) references incidents (tenant, id) on delete cascade
);
create index notifications_newest on notifications (tenant, user_id, id desc);
create index notifications_unread on notifications (tenant, user_id, id desc) where read_at is null;
create index notifications_by_alert on notifications (tenant, alert_id) where alert_id is not null;
create index notifications_by_incident on notifications (tenant, incident_id) where incident_id is not null;

-- Who did what ------------------------------------------------------------------------------------------------------

-- It outlives what it speaks of, and tells of deeds by people nobody knows: actors and objects are named, not referred to.
create table audit (
  id bigint generated always as identity constraint audit_pk primary key,
  tenant text not null constraint audit_tenant_fk references tenants,
  at timestamptz not null,
  actor_id uuid,
  actor text not null,
  action text not null,
  object_kind text not null,
  object_id text not null,
  outcome text not null,
  remote_address text not null default '',
  correlation_id text not null default '',
  details json not null default '{}',
  constraint audit_actor_length check (char_length(actor) between 1 and 200),
  constraint audit_action_form check (action ~ '^[a-z0-9]+([._-][a-z0-9]+)*$' and char_length(action) <= 100),
  constraint audit_object_kind_form check (object_kind ~ '^[a-z0-9_-]{1,50}$'),
  constraint audit_object_id_length check (char_length(object_id) <= 300),
  constraint audit_outcome_known check (outcome in ('DONE', 'REFUSED', 'FAILED')),
  constraint audit_remote_address_length check (char_length(remote_address) <= 100),
  constraint audit_correlation_id_length check (char_length(correlation_id) <= 100),
  constraint audit_details_length check (octet_length(details::text) <= 65536)
);
create index audit_newest on audit (tenant, at desc, id desc);
create index audit_by_actor on audit (tenant, actor_id, at desc, id desc);
create index audit_by_action on audit (tenant, action, at desc, id desc);
create index audit_by_object on audit (tenant, object_kind, object_id, at desc, id desc);

create function audit_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit is append-only: % is refused', lower(tg_op) using errcode = 'restrict_violation';
end
$$;
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function audit_refuse_change();
