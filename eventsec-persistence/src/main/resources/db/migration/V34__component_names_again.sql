-- The names by which components meet advisories are made otherwise: sources of Rocky's packages, kernels that are signed, headers, relatives of
-- Red Hat, modules of Go in a subpath. Those that are stored are made anew when the asset is looked through again, which the new edition of
-- matching has all of them be.
update software_components set names = null
where removed_at is null and names is not null;
