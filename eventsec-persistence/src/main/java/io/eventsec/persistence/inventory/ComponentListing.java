package io.eventsec.persistence.inventory;

import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.internal.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The query behind a page of components. */
final class ComponentListing {
  private static final String SELECT =
      """
      select c.id as id, c.ecosystem as ecosystem, c.name as name, c.version as version,
        c.arch as arch, c.distro as distro, c.sourceName as sourceName,
        c.sourceVersion as sourceVersion, c.purl as purl, c.cpe as cpe,
        c.firstSeenAt as firstSeenAt, c.lastSeenAt as lastSeenAt, c.removedAt as removedAt
      from SoftwareComponentEntity c""";

  private final Listing listing;

  ComponentListing(ComponentQuery query) {
    listing = new Listing(SELECT, "c.tenant", query.tenant());
    listing.and("c.asset.id = :asset", "asset", query.asset());
    query
        .at()
        .ifPresentOrElse(
            at ->
                listing.and(
                    "c.firstSeenAt <= :at and (c.removedAt is null or c.removedAt > :at)",
                    "at",
                    at),
            () -> listing.and("c.removedAt is null"));
    query
        .text()
        .ifPresent(
            part ->
                listing.and(
                    "(lower(c.name) like :text escape '!'"
                        + " or lower(c.sourceName) like :text escape '!')",
                    "text",
                    Listing.containing(part)));
    query.cursor().ifPresent(this::after);
  }

  List<ComponentRecord> run(EntityManager entities, int rows) {
    return listing.run(entities, "c.name, c.id", rows, ComponentListing::component);
  }

  static String cursorAfter(ComponentRecord last) {
    return CursorText.of(last.component().name(), last.id());
  }

  private void after(String cursor) {
    Place place =
        CursorText.read(cursor, 2, parts -> new Place(parts.get(0), Long.parseLong(parts.get(1))));
    listing.and("(c.name, c.id) > (:name, :id)", "name", place.name());
    listing.set("id", place.id());
  }

  private static ComponentRecord component(Tuple row) {
    return new ComponentRecord(
        row.get("id", Long.class),
        new SoftwareComponent(
            row.get("ecosystem", String.class),
            row.get("name", String.class),
            row.get("version", String.class),
            row.get("arch", String.class),
            row.get("distro", String.class),
            row.get("sourceName", String.class),
            row.get("sourceVersion", String.class),
            row.get("purl", String.class),
            row.get("cpe", String.class)),
        row.get("firstSeenAt", Instant.class),
        row.get("lastSeenAt", Instant.class),
        Optional.ofNullable(row.get("removedAt", Instant.class)));
  }

  private record Place(String name, long id) {}
}
