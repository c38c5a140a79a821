package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.persistence.identity.UserRef;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.internal.Listing;
import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The query behind a page of indicators. */
final class IndicatorListing {
  private static final String SELECT =
      """
      select i.id as id, i.kind as kind, i.value as value, i.source as source,
        i.confidence as confidence, i.validFrom as validFrom, i.validUntil as validUntil,
        i.createdAt as createdAt, u.id as userId, u.username as username,
        u.displayName as displayName
      from IndicatorEntity i left join i.createdBy u""";

  private final Listing listing;

  IndicatorListing(IndicatorQuery query) {
    listing = new Listing(SELECT, "i.tenant", query.tenant());
    query.kind().ifPresent(kind -> listing.and("i.kind = :kind", "kind", kind.name()));
    query
        .value()
        .ifPresent(text -> listing.and("i.value = :value", "value", StorableText.of(text)));
    query
        .source()
        .ifPresent(text -> listing.and("i.source = :source", "source", StorableText.of(text)));
    query.inForceAt().ifPresent(this::inForceAt);
    query.cursor().ifPresent(this::after);
  }

  /** One of that id. */
  IndicatorListing(Tenant tenant, long id) {
    listing = new Listing(SELECT, "i.tenant", tenant);
    listing.and("i.id = :id", "id", id);
  }

  List<IndicatorRecord> run(EntityManager entities, int rows) {
    return listing.run(entities, "i.id desc", rows, IndicatorListing::indicator);
  }

  static String cursorAfter(IndicatorRecord last) {
    return CursorText.of(last.id());
  }

  private void inForceAt(Instant moment) {
    listing.and(
        "i.validFrom <= :moment and (i.validUntil is null or i.validUntil > :moment)",
        "moment",
        moment);
  }

  private void after(String cursor) {
    listing.and(
        "i.id < :id", "id", CursorText.read(cursor, 1, parts -> Long.valueOf(parts.get(0))));
  }

  private static IndicatorRecord indicator(Tuple row) {
    return new IndicatorRecord(
        row.get("id", Long.class),
        new Indicator(
            IndicatorKind.valueOf(row.get("kind", String.class)), row.get("value", String.class)),
        row.get("source", String.class),
        row.get("confidence", Short.class),
        row.get("validFrom", Instant.class),
        Optional.ofNullable(row.get("validUntil", Instant.class)),
        Optional.ofNullable(row.get("userId", UUID.class)).map(id -> user(row, id)),
        row.get("createdAt", Instant.class));
  }

  private static UserRef user(Tuple row, UUID id) {
    return new UserRef(id, row.get("username", String.class), row.get("displayName", String.class));
  }
}
