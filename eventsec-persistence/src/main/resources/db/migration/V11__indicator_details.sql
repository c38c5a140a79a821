-- A row of indicators is one claim: what a source says of one indicator, as an object of a feed. Object and source may be
-- long, so what makes a claim the same is a digest of all that names it: kind, value, feed, object, source, each with its
-- length in bytes before it.

alter table indicators
  -- Which list, export or collection brought it; the source is who says so within it.
  add column feed text,
  -- What the source calls the object; empty if it calls it nothing.
  add column external_id text not null default '',
  add column name text not null default '',
  add column description text not null default '',
  add column labels jsonb not null default '[]',
  add column tlp text,
  -- The version of the object; null if the source does not tell.
  add column modified_at timestamptz,
  add column withdrawn_at timestamptz,
  -- Versions up to this one are withdrawn; null if any that comes is in force again.
  add column withdrawn_version timestamptz,
  add column changed_at timestamptz,
  add column claim_key bytea;

update indicators set feed = source, changed_at = created_at,
  claim_key = sha256(convert_to(
    octet_length(kind) || ':' || kind || octet_length(value) || ':' || value || octet_length(source) || ':' || source
      || '0:' || octet_length(source) || ':' || source, 'UTF8'));

alter table indicators
  alter column feed set not null,
  alter column changed_at set not null,
  alter column claim_key set not null,
  -- Null if the source does not say.
  alter column confidence drop not null,
  drop constraint indicators_once,
  add constraint indicators_claim_once unique (tenant, claim_key),
  add constraint indicators_claim_key_length check (octet_length(claim_key) = 32),
  add constraint indicators_feed_length check (char_length(feed) between 1 and 100),
  add constraint indicators_external_id_length check (char_length(external_id) <= 200),
  add constraint indicators_name_length check (char_length(name) <= 300),
  add constraint indicators_description_length check (char_length(description) <= 1000),
  add constraint indicators_labels_form check (jsonb_typeof(labels) = 'array'),
  add constraint indicators_tlp_known check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
  add constraint indicators_version_of_withdrawal check (withdrawn_version is null or withdrawn_at is not null);

create index indicators_by_feed on indicators (tenant, feed, id desc);
create index indicators_by_object on indicators (tenant, feed, external_id) where external_id <> '';
create index indicators_by_withdrawal on indicators (withdrawn_at) where withdrawn_at is not null;

-- One more for each transaction that changes a tenant's indicators, so that whoever holds them in memory sees whether
-- they are still the same. Who writes takes the row first, so that two do not wait for each other in a circle.

create table indicator_state (
  tenant text not null constraint indicator_state_tenant_fk references tenants,
  revision bigint not null,
  changed_at timestamptz not null,
  constraint indicator_state_pk primary key (tenant)
);
insert into indicator_state (tenant, revision, changed_at) select distinct tenant, 1, now() from indicators;

-- In how many alerts indicators stand. Of the indicator and not of a claim: an event names what is bad, and not who says so.
-- Apart from the indicators, so that detection and imports never wait for each other.

create table indicator_sightings (
  id bigint generated always as identity constraint indicator_sightings_pk primary key,
  tenant text not null constraint indicator_sightings_tenant_fk references tenants,
  kind text not null,
  value text not null,
  alerts bigint not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  constraint indicator_sightings_once unique (tenant, value, kind),
  constraint indicator_sightings_kind_known
    check (kind in ('ADDRESS', 'NETWORK', 'DOMAIN', 'URL', 'EMAIL', 'MD5', 'SHA1', 'SHA256', 'FILE_NAME')),
  constraint indicator_sightings_alerts_positive check (alerts >= 1),
  constraint indicator_sightings_in_order check (last_seen >= first_seen)
);
create index indicator_sightings_by_time on indicator_sightings (last_seen);

-- How far the collections of TAXII servers have been read.

create table taxii_collections (
  tenant text not null constraint taxii_collections_tenant_fk references tenants,
  feed text not null,
  -- Another address is another collection, which is read from its beginning.
  address text not null,
  -- As the server spells it; null before the first page.
  added_after text,
  due_at timestamptz not null,
  polled_at timestamptz,
  succeeded_at timestamptz,
  failures integer not null default 0,
  last_error text,
  constraint taxii_collections_pk primary key (tenant, feed),
  constraint taxii_collections_feed_length check (char_length(feed) between 1 and 100),
  constraint taxii_collections_address_length check (char_length(address) between 1 and 2000),
  constraint taxii_collections_added_after_length check (char_length(added_after) between 1 and 64),
  constraint taxii_collections_failures_not_negative check (failures >= 0),
  constraint taxii_collections_last_error_length check (char_length(last_error) <= 2000)
);
