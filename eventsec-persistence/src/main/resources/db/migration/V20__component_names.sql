-- By which names a component meets advisories, each as a hash, so that changed advisories find the components that they concern and
-- not whole assets. Null until the asset is looked through again: then all of it is.

alter table software_components add column names bigint[];
create index software_components_names on software_components using gin (names) where removed_at is null;
create index software_components_unnamed on software_components (tenant, asset_id) where names is null and removed_at is null;

drop index asset_evaluations_names;
alter table asset_evaluations
  drop column names,
  -- How many findings it has that are not fixed.
  add column findings integer not null default 50000;
alter table asset_evaluations
  alter column findings drop default,
  add constraint asset_evaluations_findings_not_negative check (findings >= 0);
