-- Where advisories come from. Published knowledge, the same for everybody, hence without a tenant. Which version of a feed is in
-- force, and what became of the last one that was seen.

create table advisory_sources (
  name text constraint advisory_sources_pk primary key,
  state text not null,
  reason text not null default '',
  -- The version in force; without a digest there was none yet.
  digest text,
  records integer not null default 0,
  refused integer not null default 0,
  first_refusal text not null default '',
  newest_at timestamptz,
  read_at timestamptz,
  -- The version that is held back.
  held_digest text,
  held_records integer not null default 0,
  held_refused integer not null default 0,
  held_first_refusal text not null default '',
  held_newest_at timestamptz,
  -- The version that an administrator accepted although it has lost much.
  accepted_digest text,
  constraint advisory_sources_name_form check (name ~ '^[A-Za-z0-9._+-]{1,200}$'),
  constraint advisory_sources_state_known check (state in ('IN_FORCE', 'HELD_BACK', 'UNREADABLE')),
  constraint advisory_sources_reason_length check (char_length(reason) <= 1000),
  constraint advisory_sources_first_refusal_length check (char_length(first_refusal) <= 1000),
  constraint advisory_sources_held_first_refusal_length check (char_length(held_first_refusal) <= 1000),
  constraint advisory_sources_digest_form check (digest ~ '^[0-9a-f]{64}$'),
  constraint advisory_sources_held_digest_form check (held_digest ~ '^[0-9a-f]{64}$'),
  constraint advisory_sources_accepted_digest_form check (accepted_digest ~ '^[0-9a-f]{64}$'),
  constraint advisory_sources_in_force_has_digest check (state <> 'IN_FORCE' or digest is not null),
  constraint advisory_sources_held_has_digest check ((state = 'HELD_BACK') = (held_digest is not null)),
  constraint advisory_sources_read_has_times check ((digest is null) = (read_at is null) and (digest is null) = (newest_at is null)),
  constraint advisory_sources_held_has_time check ((held_digest is null) = (held_newest_at is null)),
  constraint advisory_sources_counts_not_negative
    check (records >= 0 and refused >= 0 and held_records >= 0 and held_refused >= 0)
);

-- What an asset's findings were made of, so that it is looked through again only when that is another.

create table asset_evaluations (
  tenant text not null,
  asset_id uuid not null,
  library_digest text not null,
  -- False if a feed that was in force could not be had.
  complete boolean not null,
  snapshot_at timestamptz not null,
  criticality text not null,
  -- New findings that there was no room for.
  left_out integer not null,
  evaluated_at timestamptz not null,
  constraint asset_evaluations_pk primary key (tenant, asset_id),
  constraint asset_evaluations_asset_fk foreign key (tenant, asset_id) references assets (tenant, id) on delete cascade,
  constraint asset_evaluations_library_digest_form check (library_digest ~ '^[0-9a-f]{64}$'),
  constraint asset_evaluations_criticality_known check (criticality in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  constraint asset_evaluations_left_out_not_negative check (left_out >= 0)
);

-- True if no source can tell whether the version is affected.

alter table asset_vulnerabilities add column undecided boolean not null default false;
