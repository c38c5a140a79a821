-- What hosts, users and addresses have collected: points of alerts, as of the last of them. Time takes them away, so what
-- a score is now is computed when it is read. The last alert is no reference: the score stays when the alert goes.

create table entity_risk (
  id bigint generated always as identity constraint entity_risk_pk primary key,
  tenant text not null constraint entity_risk_tenant_fk references tenants,
  kind text not null,
  name text not null,
  score double precision not null,
  as_of timestamptz not null,
  alerts bigint not null,
  last_alert_id text not null,
  constraint entity_risk_once unique (tenant, kind, name),
  constraint entity_risk_kind_known check (kind in ('HOST', 'USER', 'ADDRESS')),
  constraint entity_risk_name_length check (char_length(name) between 1 and 255),
  constraint entity_risk_score_positive check (score > 0 and score < 'infinity'),
  constraint entity_risk_alerts_positive check (alerts >= 1)
);

-- Of what the scores are made. An alert counts once against each.

create table risk_contributions (
  id bigint generated always as identity constraint risk_contributions_pk primary key,
  tenant text not null constraint risk_contributions_tenant_fk references tenants,
  kind text not null,
  name text not null,
  alert_id text not null,
  points integer not null,
  event_time timestamptz not null,
  constraint risk_contributions_alert_fk foreign key (tenant, alert_id) references alerts (tenant, id) on delete cascade,
  constraint risk_contributions_once unique (tenant, alert_id, kind, name),
  constraint risk_contributions_kind_known check (kind in ('HOST', 'USER', 'ADDRESS')),
  constraint risk_contributions_points_range check (points between 1 and 1000)
);
create index risk_contributions_newest on risk_contributions (tenant, kind, name, event_time desc, alert_id desc);
create index risk_contributions_by_time on risk_contributions (event_time);
