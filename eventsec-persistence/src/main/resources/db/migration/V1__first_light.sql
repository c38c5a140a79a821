-- Text that comes from events is stored without U+0000, which PostgreSQL cannot hold; where every character counts
-- (evidence, rejected records) the column is json with escapes, or bytes.

create table tenants (
  id text constraint tenants_pk primary key,
  created_at timestamptz not null default now(),
  constraint tenants_id_form check (id ~ '^[a-z0-9][a-z0-9_-]{0,63}$')
);
insert into tenants (id) values ('default');

-- People and what lets them in. Tokens are kept as SHA-256, never themselves. --------------------------------------

create table users (
  id uuid constraint users_pk primary key,
  tenant text not null constraint users_tenant_fk references tenants,
  username text not null,
  display_name text not null,
  role text not null,
  password_hash text not null,
  disabled boolean not null default false,
  created_at timestamptz not null,
  constraint users_username_unique unique (tenant, username),
  constraint users_username_form check (username ~ '^[a-z0-9._-]{3,64}$'),
  constraint users_display_name_length check (char_length(display_name) between 1 and 200),
  constraint users_role_known check (role in ('ADMIN', 'ANALYST', 'VIEWER'))
);

create table user_sessions (
  token_hash bytea constraint user_sessions_pk primary key,
  user_id uuid not null constraint user_sessions_user_fk references users on delete cascade,
  csrf_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint user_sessions_token_hash_length check (octet_length(token_hash) = 32),
  constraint user_sessions_expiry_after_start check (expires_at > created_at)
);
create index user_sessions_by_user on user_sessions (user_id);
create index user_sessions_by_expiry on user_sessions (expires_at);

create table setup_tokens (
  tenant text constraint setup_tokens_pk primary key constraint setup_tokens_tenant_fk references tenants,
  token_hash bytea not null,
  expires_at timestamptz not null,
  constraint setup_tokens_token_hash_length check (octet_length(token_hash) = 32)
);

create table login_attempts (
  id bigint generated always as identity constraint login_attempts_pk primary key,
  attempt_key text not null,
  attempted_at timestamptz not null,
  constraint login_attempts_key_length check (char_length(attempt_key) between 1 and 300)
);
create index login_attempts_by_key on login_attempts (attempt_key, attempted_at);
create index login_attempts_by_time on login_attempts (attempted_at);

create table sensors (
  id uuid constraint sensors_pk primary key,
  tenant text not null constraint sensors_tenant_fk references tenants,
  name text not null,
  token_hash bytea not null,
  created_by uuid constraint sensors_created_by_fk references users,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint sensors_token_hash_unique unique (token_hash),
  constraint sensors_token_hash_length check (octet_length(token_hash) = 32),
  constraint sensors_name_length check (char_length(name) between 1 and 100)
);
create unique index sensors_name_unique on sensors (tenant, name) where revoked_at is null;
create index sensors_by_tenant on sensors (tenant, created_at);
create index sensors_by_creator on sensors (created_by);

-- Every version of a rule that was ever loaded, so that an alert can show the text that fired. ----------------------

create table rules (
  tenant text not null constraint rules_tenant_fk references tenants,
  rule_id text not null,
  version text not null,
  title text not null,
  level smallint not null,
  source_yaml text not null,
  first_loaded_at timestamptz not null default now(),
  constraint rules_pk primary key (tenant, rule_id, version),
  constraint rules_level_known check (level between 0 and 4)
);

-- The journal. Appending takes an advisory lock, so numbers have no gaps and become visible in their order. ---------

create table journal_state (
  one_row boolean default true constraint journal_state_pk primary key,
  last_position bigint not null,
  records bigint not null,
  constraint journal_state_one_row check (one_row)
);
insert into journal_state (last_position, records) values (0, 0);

create table journal (
  position bigint constraint journal_pk primary key,
  tenant text not null constraint journal_tenant_fk references tenants,
  source text not null,
  batch_key text not null,
  origin_key text not null,
  first_ordinal bigint not null,
  format text not null,
  received_at timestamptz not null,
  record_count integer not null,
  raw_size integer not null,
  payload bytea not null,
  constraint journal_position_positive check (position > 0),
  constraint journal_first_ordinal_not_negative check (first_ordinal >= 0),
  constraint journal_sizes_not_negative check (record_count >= 0 and raw_size >= 0)
);
-- Compressed already: PostgreSQL need not try again.
alter table journal alter column payload set storage external;
create index journal_by_time on journal (received_at);

create table journal_receipts (
  tenant text not null constraint journal_receipts_tenant_fk references tenants,
  source text not null,
  batch_key text not null,
  digest bytea not null,
  position bigint not null,
  record_count integer not null,
  received_at timestamptz not null,
  constraint journal_receipts_pk primary key (tenant, source, batch_key),
  constraint journal_receipts_digest_length check (octet_length(digest) = 32)
);
create index journal_receipts_by_time on journal_receipts (received_at);

create table journal_readers (
  reader text constraint journal_readers_pk primary key,
  position bigint not null,
  records bigint not null default 0,
  events bigint not null default 0,
  moved_at timestamptz not null default now(),
  constraint journal_readers_position_not_negative check (position >= 0)
);

-- What detection found. ----------------------------------------------------------------------------------------------

-- One number for each thing that happens to an alert, drawn under an advisory lock: visible in its own order.
create sequence alert_changes;

create table alerts (
  id text constraint alerts_pk primary key,
  tenant text not null constraint alerts_tenant_fk references tenants,
  change_seq bigint not null constraint alerts_change_seq_unique unique,
  -- No foreign key to rules: an alert is not lost because its rule's text was not recorded.
  rule_id text not null,
  rule_version text not null,
  title text not null,
  severity smallint not null,
  status text not null default 'OPEN',
  source text not null,
  event_time timestamptz not null,
  raised_at timestamptz not null default now(),
  entities jsonb not null,
  tags jsonb not null,
  matched_items json not null,
  evidence json not null,
  search_text text not null,
  revision integer not null default 1,
  status_changed_by uuid constraint alerts_status_changed_by_fk references users,
  status_changed_at timestamptz,
  constraint alerts_id_form check (id ~ '^[0-9a-f]{32}$'),
  constraint alerts_severity_known check (severity between 0 and 4),
  constraint alerts_status_known check (status in ('OPEN', 'ACKNOWLEDGED', 'CLOSED'))
);
create index alerts_newest on alerts (tenant, raised_at desc, id desc);
create index alerts_by_status on alerts (tenant, status, raised_at desc, id desc);
create index alerts_by_rule on alerts (tenant, rule_id, raised_at desc, id desc);
create index alerts_by_change on alerts (tenant, change_seq);
create index alerts_by_status_changer on alerts (status_changed_by);

create table alert_history (
  id bigint generated always as identity constraint alert_history_pk primary key,
  alert_id text not null constraint alert_history_alert_fk references alerts on delete cascade,
  from_status text not null,
  to_status text not null,
  comment text,
  changed_by uuid not null constraint alert_history_changed_by_fk references users,
  changed_at timestamptz not null,
  constraint alert_history_from_status_known check (from_status in ('OPEN', 'ACKNOWLEDGED', 'CLOSED')),
  constraint alert_history_to_status_known check (to_status in ('OPEN', 'ACKNOWLEDGED', 'CLOSED')),
  constraint alert_history_comment_length check (char_length(comment) <= 4000)
);
create index alert_history_by_alert on alert_history (alert_id, id);
create index alert_history_by_changer on alert_history (changed_by);

create table dead_letters (
  id bigint generated always as identity constraint dead_letters_pk primary key,
  tenant text not null constraint dead_letters_tenant_fk references tenants,
  source text not null,
  event_id text not null,
  stage text not null,
  cause text not null,
  reason text not null,
  raw bytea not null,
  received_at timestamptz not null,
  constraint dead_letters_unique unique (tenant, event_id, stage),
  constraint dead_letters_stage_known check (stage in ('PARSE', 'NORMALISE', 'DETECT', 'INDEX'))
);
create index dead_letters_newest on dead_letters (tenant, id desc);

create table outbox (
  id bigint generated always as identity constraint outbox_pk primary key,
  kind text not null,
  tenant text not null constraint outbox_tenant_fk references tenants,
  entry_key text not null,
  payload text not null,
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  parked boolean not null default false,
  last_failure text,
  created_at timestamptz not null default now()
);
create index outbox_due on outbox (kind, id) where not parked;
