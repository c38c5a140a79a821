-- By which names the components of an asset meet advisories, each as a hash, so that changed advisories find the assets that they
-- concern. Null until the asset is looked through again.

alter table asset_evaluations add column names bigint[];
create index asset_evaluations_names on asset_evaluations using gin (names);
create index asset_evaluations_by_library on asset_evaluations (library_digest);
