-- On top of v1-rows.sql: a row in every table that version 2 brought, every reference of it set.
insert into users (id, tenant, username, display_name, role, password_hash, created_at) values
  ('00000000-0000-0000-0000-00000000000e', 'acme', 'eve', 'Eve', 'ANALYST', 'x', '2026-01-01T00:00Z');
insert into teams (id, tenant, name, created_by, created_at) values
  ('00000000-0000-0000-0000-0000000000c2', 'acme', 'Second line', '00000000-0000-0000-0000-00000000000a', '2026-01-01T00:00Z'),
  ('00000000-0000-0000-0000-0000000000c1', 'acme', 'First line', '00000000-0000-0000-0000-00000000000a', '2026-01-01T00:00Z');
insert into team_members (tenant, team_id, user_id, joined_at) values
  ('acme', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', '2026-01-01T00:00Z');
update alerts set owner_id = '00000000-0000-0000-0000-00000000000a', assignee_id = '00000000-0000-0000-0000-00000000000a'
  where id = lpad('2', 32, '0');
insert into alert_history (tenant, alert_id, change, from_status, to_status, subject_id, changed_by, changed_at) values
  ('acme', lpad('2', 32, '0'), 'OWNER', 'CLOSED', 'CLOSED', '00000000-0000-0000-0000-00000000000a',
    '00000000-0000-0000-0000-00000000000a', '2026-01-04T00:00Z');
insert into assets (id, tenant, agent_id, hostname, tags, owner_team_id, first_seen_at, last_seen_at, last_snapshot_at, component_count)
  values ('00000000-0000-0000-0000-0000000000a1', 'acme', 'agent-1', 'web-1', '["dmz"]',
    '00000000-0000-0000-0000-0000000000c1', '2026-01-01T00:00Z', '2026-01-02T00:00Z', '2026-01-02T00:00Z', 1);
insert into asset_merges (tenant, merged_id, survivor_id, rule, hostname, merged_by, merged_at)
  values ('acme', '00000000-0000-0000-0000-0000000000a9', '00000000-0000-0000-0000-0000000000a1', 'PERSON', 'web-9',
    '00000000-0000-0000-0000-00000000000a', '2026-01-02T00:00Z');
insert into asset_addresses (tenant, asset_id, address) values ('acme', '00000000-0000-0000-0000-0000000000a1', '192.0.2.1');
insert into software_components (tenant, asset_id, component_key, ecosystem, name, version, arch, first_seen_at, last_seen_at)
  values ('acme', '00000000-0000-0000-0000-0000000000a1', sha256('openssl'), 'deb', 'openssl', '3.0.1', 'amd64', '2026-01-01T00:00Z', '2026-01-02T00:00Z');
insert into vulnerabilities (id, title, cvss_score, modified_at) values ('CVE-2026-0001', 'Overflow', 9.8, '2026-01-01T00:00Z');
insert into asset_vulnerabilities (tenant, asset_id, component_id, vulnerability_id, status, risk, risk_score, evidence, found_at,
    found_risk, opened_at, accepted_by, accepted_reason, accepted_until)
  select tenant, asset_id, id, 'CVE-2026-0001', 'ACCEPTED', 'CRITICAL', 0.9, '{}', '2026-01-02T00:00Z',
    'CRITICAL', '2026-01-02T00:00Z', '00000000-0000-0000-0000-00000000000a', 'not reachable', '2026-06-01T00:00Z'
  from software_components;
insert into advisory_mirrors (name, outcome, failures, asked_at, answered_at, changed_at)
  values ('all.zip', 'UNCHANGED', 0, '2026-01-03T00:00Z', '2026-01-03T00:00Z', '2026-01-02T00:00Z');
insert into finding_history (tenant, finding_id, change, from_status, to_status, from_risk, to_risk, reason, accepted_by,
    accepted_until, changed_by, changed_at)
  select tenant, id, 'MOVED', 'OPEN', 'ACCEPTED', 'CRITICAL', 'CRITICAL', 'not reachable', accepted_by, accepted_until, accepted_by,
    '2026-01-03T00:00Z'
  from asset_vulnerabilities;
insert into advisory_sources (name, state, reason, digest, records, newest_at, read_at, held_digest, held_records, held_newest_at)
  values ('all.zip', 'HELD_BACK', 'It has 1 records and had 100', repeat('a', 64), 100, '2026-01-01T00:00Z', '2026-01-02T00:00Z',
    repeat('b', 64), 1, '2026-01-03T00:00Z');
insert into finding_digests (tenant, told_until) select id, '2026-01-02T00:00Z' from tenants;
insert into digest_times (tenant, hour, zone, revision) select id, 7, 'Europe/Berlin', 1 from tenants;
insert into found_components (tenant, name) select tenant, name from software_components;
insert into finding_news (tenant, asset_id, vulnerability_id, label, first_look, noted_at)
  select tenant, asset_id, vulnerability_id, 'CRITICAL', false, '2026-01-02T00:00Z' from asset_vulnerabilities;
insert into asset_evaluations (tenant, asset_id, library_digest, complete, snapshot_at, criticality, left_out, findings, policy, evaluated_at)
  select tenant, id, repeat('a', 64), true, '2026-01-02T00:00Z', 'MEDIUM', 0, 1, 'ours 1', '2026-01-02T00:00Z' from assets;
insert into incidents (id, tenant, title, severity, status, created_by, owner_id, assignee_id, closed_by, created_at, updated_at, closed_at)
  values ('00000000-0000-0000-0000-0000000000d1', 'acme', 'Intrusion', 3, 'CLOSED', '00000000-0000-0000-0000-00000000000a',
    '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000a',
    '2026-01-02T00:00Z', '2026-01-03T00:00Z', '2026-01-03T00:00Z');
insert into incident_items (tenant, incident_id, alert_id, asset_id, event_id, added_by, added_at)
  select 'acme', '00000000-0000-0000-0000-0000000000d1', alert_id, asset_id, event_id, '00000000-0000-0000-0000-00000000000a', '2026-01-02T00:00Z'
  from (values
    (lpad('2', 32, '0'), null, null),
    (null, '00000000-0000-0000-0000-0000000000a1'::uuid, null),
    (null, null, repeat('e', 32))) as given (alert_id, asset_id, event_id);
insert into incident_history (tenant, incident_id, change, subject_id, changed_by, changed_at) values
  ('acme', '00000000-0000-0000-0000-0000000000d1', 'OWNER', '00000000-0000-0000-0000-00000000000a',
    '00000000-0000-0000-0000-00000000000a', '2026-01-02T00:00Z');
insert into indicators (tenant, kind, value, source, feed, confidence, valid_from, created_by, created_at, changed_at, claim_key) values
  ('acme', 'DOMAIN', 'bad.example', 'by hand', 'by hand', 90, '2026-01-01T00:00Z', '00000000-0000-0000-0000-00000000000a',
    '2026-01-01T00:00Z', '2026-01-01T00:00Z', sha256('bad.example'));
insert into indicator_state (tenant, revision, changed_at) values ('acme', 1, '2026-01-01T00:00Z');
insert into indicator_sightings (tenant, kind, value, alerts, first_seen, last_seen) values
  ('acme', 'DOMAIN', 'bad.example', 2, '2026-01-01T00:00Z', '2026-01-02T00:00Z');
insert into taxii_collections (tenant, feed, address, added_after, due_at, polled_at, succeeded_at) values
  ('acme', 'cti', 'https://taxii.example/api1/collections/1/', '2026-01-01T00:00:00.000000Z', '2026-01-02T00:00Z',
    '2026-01-01T00:00Z', '2026-01-01T00:00Z');
insert into notifications (tenant, user_id, topic, title, alert_id, incident_id, created_at) values
  ('acme', '00000000-0000-0000-0000-00000000000a', 'incident', 'Intrusion', lpad('2', 32, '0'),
    '00000000-0000-0000-0000-0000000000d1', '2026-01-02T00:00Z');
insert into audit (tenant, at, actor_id, actor, action, object_kind, object_id, outcome) values
  ('acme', '2026-01-02T00:00Z', '00000000-0000-0000-0000-00000000000a', 'ada', 'incident.create', 'incident', 'd1', 'DONE');
insert into risk_policies (tenant, name, version, definition, reason, created_by, created_at) values
  ('acme', 'ours', 1, '{"name":"ours","version":1,"levels":{}}', 'audit', '00000000-0000-0000-0000-00000000000a', '2026-01-02T00:00Z');
insert into risk_policy_choices (tenant, name, version, reason, changed_by, changed_at, revision) values
  ('acme', 'ours', 1, 'audit', '00000000-0000-0000-0000-00000000000a', '2026-01-02T00:00Z', 1);
insert into rule_settings (tenant, rule_id, enabled, level, reason, changed_by, changed_at, revision) values
  ('acme', 'rule-1', false, 4, 'too loud', '00000000-0000-0000-0000-00000000000a', '2026-01-02T00:00Z', 1);
insert into rule_exceptions (id, tenant, rule_id, detection, reason, owner_id, created_by, created_at, expires_at, ended_by, ended_at, hits, last_hit_at)
  values ('00000000-0000-0000-0000-0000000000e1', 'acme', 'rule-1', '{"selection": {"user.name": "backup"}, "condition": "selection"}',
    'the backup does that', '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000a', '2026-01-02T00:00Z',
    '2026-06-01T00:00Z', '00000000-0000-0000-0000-00000000000a', '2026-01-03T00:00Z', 2, '2026-01-02T12:00Z');
insert into rule_policy_state (revision) values (3);
insert into entity_risk (tenant, kind, name, score, as_of, alerts, last_alert_id) values
  ('acme', 'USER', 'bob', 50, '2026-01-01T00:00Z', 1, lpad('2', 32, '0'));
insert into risk_contributions (tenant, kind, name, alert_id, points, event_time) values
  ('acme', 'USER', 'bob', lpad('2', 32, '0'), 50, '2026-01-01T00:00Z');
insert into dead_letter_evictions (tenant, announced_at, due_at, letters, bytes) values
  ('acme', '2026-01-01T00:00Z', '2026-01-02T00:00Z', 5, 1000);
