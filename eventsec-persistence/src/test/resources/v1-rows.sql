-- A row in every table as a database of version 1 has them, two alerts closed and one open.
insert into tenants (id) values ('acme');
insert into users (id, tenant, username, display_name, role, password_hash, created_at) values
  ('00000000-0000-0000-0000-00000000000a', 'acme', 'ada', 'Ada', 'ADMIN', 'x', '2026-01-01T00:00Z'),
  ('00000000-0000-0000-0000-00000000000b', 'default', 'bob', 'Bob', 'ANALYST', 'x', '2026-01-01T00:00Z');
insert into user_sessions (token_hash, user_id, csrf_token, created_at, last_seen_at, expires_at) values
  (sha256('session'), '00000000-0000-0000-0000-00000000000a', 'c', '2026-01-01T00:00Z', '2026-01-01T00:00Z', '2026-01-02T00:00Z');
insert into setup_tokens (tenant, token_hash, expires_at) values ('acme', sha256('setup'), '2026-01-02T00:00Z');
insert into login_attempts (attempt_key, attempted_at) values ('ada', '2026-01-01T00:00Z');
insert into sensors (id, tenant, name, token_hash, created_by, created_at) values
  ('00000000-0000-0000-0000-000000000001', 'acme', 'zeek', sha256('sensor'), '00000000-0000-0000-0000-00000000000a', '2026-01-01T00:00Z');
insert into rules (tenant, rule_id, version, title, level, source_yaml) values ('acme', 'r', 'v', 'Rule', 3, 'title: Rule');
insert into journal (position, tenant, source, batch_key, origin_key, first_ordinal, format, received_at, record_count, raw_size, payload)
  values (1, 'acme', 'zeek', 'b', 'o', 0, 'auto', '2026-01-01T00:00Z', 1, 2, '\x00');
update journal_state set last_position = 1, records = 1;
insert into journal_receipts (tenant, source, batch_key, digest, position, record_count, received_at)
  values ('acme', 'zeek', 'b', sha256('b'), 1, 1, '2026-01-01T00:00Z');
insert into journal_readers (reader, position, records, events) values ('detect', 1, 1, 1);
insert into alerts (id, tenant, change_seq, rule_id, rule_version, title, severity, status, source, event_time, raised_at,
    entities, tags, matched_items, evidence, search_text, revision, status_changed_by, status_changed_at)
  select lpad(n::text, 32, '0'), 'acme', nextval('alert_changes'), 'r', 'v', 'Alert ' || n, 3, status, 'zeek',
    '2026-01-01T00:00Z', '2026-01-01T00:00Z', '{"hosts":[],"users":[],"addresses":[]}', '[]', '[]', '[]', 'alert', 2, changed_by, changed_at
  from (values
    (1, 'OPEN', null, null),
    (2, 'CLOSED', '00000000-0000-0000-0000-00000000000a'::uuid, '2026-01-03T00:00Z'::timestamptz),
    (3, 'CLOSED', null, null)) as given (n, status, changed_by, changed_at);
insert into alert_history (alert_id, from_status, to_status, comment, changed_by, changed_at) values
  (lpad('2', 32, '0'), 'OPEN', 'CLOSED', 'done', '00000000-0000-0000-0000-00000000000a', '2026-01-03T00:00Z');
insert into dead_letters (tenant, source, event_id, stage, cause, reason, raw, received_at)
  values ('acme', 'zeek', 'e', 'PARSE', 'json', 'no JSON', '\x00', '2026-01-01T00:00Z');
insert into outbox (kind, tenant, entry_key, payload) values ('alert-index', 'acme', 'k', '{}');
