-- The names by which packages of distributions and modules of Go meet advisories are made otherwise: sources of Rocky's packages, kernels
-- that are signed, headers, modules in a subpath. Those that are stored are made anew when the asset is looked through again.
update software_components set names = null
where removed_at is null and names is not null and ecosystem in ('deb', 'rpm', 'golang');
