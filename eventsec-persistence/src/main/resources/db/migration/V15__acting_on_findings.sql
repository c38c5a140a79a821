-- People act on findings: where one stands and why, when it is due, and what became of it when.

alter table asset_vulnerabilities
  -- Since when it is open without having been fixed meanwhile; what is due is counted from then.
  add column opened_at timestamptz,
  add column due_at timestamptz,
  add column exploited boolean not null default false,
  -- What the risk was judged by; null until the asset is looked through again.
  add column facts json,
  -- The risk it was found with.
  add column found_risk text,
  -- Why it stands where it stands, in the words of who moved it there, and what VEX calls that.
  add column reason text not null default '',
  add column justification text;
update asset_vulnerabilities set opened_at = found_at, found_risk = risk;
alter table asset_vulnerabilities
  alter column opened_at set not null,
  alter column found_risk set not null,
  add constraint asset_vulnerabilities_in_tenant unique (tenant, id),
  add constraint asset_vulnerabilities_opened_after_found check (opened_at >= found_at),
  add constraint asset_vulnerabilities_found_risk_known check (found_risk in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  add constraint asset_vulnerabilities_reason_length check (char_length(reason) <= 4000),
  add constraint asset_vulnerabilities_justification_known check (justification in ('COMPONENT_NOT_PRESENT',
    'VULNERABLE_CODE_NOT_PRESENT', 'VULNERABLE_CODE_NOT_IN_EXECUTE_PATH', 'VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY',
    'INLINE_MITIGATIONS_ALREADY_EXIST'));

-- A list by several statuses and risks is merged of one for each of them.
drop index asset_vulnerabilities_by_status;
drop index asset_vulnerabilities_by_risk;
create index asset_vulnerabilities_by_status on asset_vulnerabilities (tenant, status, risk, risk_score desc, id desc) include (due_at);
create index asset_vulnerabilities_exploited on asset_vulnerabilities (tenant, status, risk_score desc, id desc) where exploited;
create index asset_vulnerabilities_due on asset_vulnerabilities (tenant, due_at) where status in ('OPEN', 'IN_REVIEW');
create index asset_vulnerabilities_accepted on asset_vulnerabilities (accepted_until) where status = 'ACCEPTED';

-- What people and evidence did. That it was opened is in its own row.

create table finding_history (
  id bigint generated always as identity constraint finding_history_pk primary key,
  tenant text not null,
  finding_id bigint not null,
  change text not null,
  from_status text not null,
  to_status text not null,
  from_risk text not null,
  to_risk text not null,
  reason text not null default '',
  -- Who answers for it, and until when.
  accepted_by uuid,
  accepted_until timestamptz,
  -- The document that said so, or the policy.
  source text not null default '',
  -- Nobody: evidence or time did.
  changed_by uuid,
  changed_at timestamptz not null,
  constraint finding_history_change_known check (change in ('REOPENED', 'FIXED', 'LABEL', 'MOVED', 'STATED', 'EXPIRED')),
  constraint finding_history_by_people check ((change in ('MOVED', 'STATED')) = (changed_by is not null)),
  constraint finding_history_from_status_known
    check (from_status in ('OPEN', 'IN_REVIEW', 'MITIGATED', 'ACCEPTED', 'FALSE_POSITIVE', 'FIXED')),
  constraint finding_history_to_status_known
    check (to_status in ('OPEN', 'IN_REVIEW', 'MITIGATED', 'ACCEPTED', 'FALSE_POSITIVE', 'FIXED')),
  constraint finding_history_from_risk_known check (from_risk in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  constraint finding_history_to_risk_known check (to_risk in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  constraint finding_history_reason_length check (char_length(reason) <= 4000),
  constraint finding_history_source_length check (char_length(source) <= 500),
  constraint finding_history_accepted_with_end check ((to_status = 'ACCEPTED') = (accepted_by is not null) or change = 'LABEL'),
  constraint finding_history_accepted_by_until check ((accepted_by is null) = (accepted_until is null)),
  constraint finding_history_finding_fk foreign key (tenant, finding_id) references asset_vulnerabilities (tenant, id) on delete cascade,
  constraint finding_history_accepted_by_fk foreign key (tenant, accepted_by) references users (tenant, id),
  constraint finding_history_changed_by_fk foreign key (tenant, changed_by) references users (tenant, id)
);
create index finding_history_by_finding on finding_history (tenant, finding_id, id);
create index finding_history_by_acceptor on finding_history (tenant, accepted_by) where accepted_by is not null;
create index finding_history_by_changer on finding_history (tenant, changed_by) where changed_by is not null;
