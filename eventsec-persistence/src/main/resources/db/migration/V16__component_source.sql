-- The source package names a component too: the same package built from another source is another stay. Keys are made anew as
-- ComponentKey makes them, so that the next snapshot finds what is installed.

update software_components set component_key = sha256(convert_to(
  concat_ws(chr(10), ecosystem, name, version, arch, distro, purl, cpe, source_name, source_version), 'UTF8'));
