-- True if people have said something of an asset, or of one that became part of it. The revision does not tell it any more: it is
-- one more for each asset that becomes part of another too.

alter table assets add column described boolean not null default false;
update assets set described = true where revision > 1;

-- By which names findings are found that are of components: each once, however many hosts have it. A name stays when its last finding
-- is fixed; there are as many as names of packages in which something was ever found.

create table found_components (
  tenant text not null constraint found_components_tenant_fk references tenants,
  name text not null,
  constraint found_components_pk primary key (tenant, name),
  constraint found_components_name_length check (char_length(name) between 1 and 500)
);
insert into found_components (tenant, name)
select distinct c.tenant, c.name
from asset_vulnerabilities f join software_components c on c.tenant = f.tenant and c.asset_id = f.asset_id and c.id = f.component_id;
create index software_components_named on software_components (tenant, name);

-- A finding that is fixed or opened again is written into every index, for its status is in one of them. Three were there for what
-- the others can do: a number is found by what begins with it, whoever asks for the tenant too; all findings in order of their risk
-- are those of each status and level in order, merged; and of a vulnerability those of one tenant are found as well after it as before.

alter table finding_history drop constraint finding_history_finding_fk;
alter table asset_vulnerabilities
  drop constraint asset_vulnerabilities_in_tenant,
  drop constraint asset_vulnerabilities_pk,
  add constraint asset_vulnerabilities_pk primary key (id, tenant);
drop index asset_vulnerabilities_worst;
drop index asset_vulnerabilities_by_published;
drop index asset_vulnerabilities_by_vulnerability;
create index asset_vulnerabilities_by_vulnerability on asset_vulnerabilities (vulnerability_id, tenant, risk_score desc, id desc);

-- So is the history, which is only ever read by finding.

drop index finding_history_by_finding;
alter table finding_history
  drop constraint finding_history_pk,
  add constraint finding_history_pk primary key (tenant, finding_id, id),
  add constraint finding_history_finding_fk foreign key (tenant, finding_id)
    references asset_vulnerabilities (tenant, id) on delete cascade;
