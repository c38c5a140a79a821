-- Whether a component is one of the asset is asked for each finding that is written. Where nothing is known yet of how many rows
-- there are, an index that begins with the same columns seems as good as the unique one, and is read for the whole asset each time:
-- a quarter of a millisecond for 4,000 components. The one for lists begins otherwise now.
drop index software_components_by_name;
create index software_components_by_name on software_components (asset_id, name, id);

-- Advisories find components by the hashes of their names (V20).
drop index software_components_installed;

-- The list of what is to be put into the index later is read whole for each name that is asked for, and changed advisories ask for a
-- thousand; and whoever fills the list puts all of it in, who may be a person that waits.
alter index software_components_names set (fastupdate = off);
select gin_clean_pending_list('software_components_names');
