-- The source package names a component too: the same package built from another source is another stay. Keys are made anew as
-- ComponentKey makes them, so that the next snapshot finds what is installed.

update software_components set component_key = sha256(convert_to(
  concat_ws(chr(10), ecosystem, name, version, arch, distro, purl, cpe, source_name, source_version), 'UTF8'));

-- What came of asking for feeds of advisories. Published knowledge, the same for everybody, hence without a tenant.

create table advisory_mirrors (
  name text constraint advisory_mirrors_pk primary key,
  outcome text not null,
  reason text not null default '',
  -- In a row.
  failures integer not null,
  asked_at timestamptz not null,
  -- When there was last an answer that was of use, and when it was another than before.
  answered_at timestamptz,
  changed_at timestamptz,
  constraint advisory_mirrors_name_form check (name ~ '^[A-Za-z0-9._+-]{1,200}$'),
  constraint advisory_mirrors_outcome_known check (outcome in ('UPDATED', 'UNCHANGED', 'FAILED')),
  constraint advisory_mirrors_reason_length check (char_length(reason) <= 1000),
  constraint advisory_mirrors_failed_has_failures check ((outcome = 'FAILED') = (failures > 0)),
  constraint advisory_mirrors_answered_in_order check (asked_at >= answered_at and answered_at >= changed_at)
);
