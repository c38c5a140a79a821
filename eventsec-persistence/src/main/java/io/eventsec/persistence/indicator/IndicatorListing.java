package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.ValidityPeriod;
import io.eventsec.persistence.identity.UserRef;
import io.eventsec.persistence.internal.AlertColumns;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.internal.Listing;
import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The query behind a page of indicators. */
final class IndicatorListing {
  private static final String SELECT =
      """
      select i.id as id, i.kind as kind, i.value as value, i.source as source, i.feed as feed,
        i.externalId as externalId, i.confidence as confidence, i.validFrom as validFrom,
        i.validUntil as validUntil, i.modifiedAt as modifiedAt, i.name as name,
        i.description as description, i.labels as labels, i.tlp as tlp,
        i.withdrawnAt as withdrawnAt, i.createdAt as createdAt, i.changedAt as changedAt,
        u.id as userId, u.username as username, u.displayName as displayName
      from IndicatorEntity i left join i.createdBy u""";

  private static final String TEXT =
      """
      (lower(i.value) like :text escape '!' or lower(i.name) like :text escape '!'
        or lower(i.description) like :text escape '!' or lower(i.externalId) like :text escape '!')
      """;

  private final Tenant tenant;
  private final Listing listing;

  IndicatorListing(IndicatorQuery query) {
    tenant = query.tenant();
    listing = new Listing(SELECT, "i.tenant", tenant);
    IndicatorQuery.Filter filter = query.filter();
    filter.kind().ifPresent(kind -> listing.and("i.kind = :kind", "kind", kind.name()));
    filter.value().ifPresent(text -> equal("value", text));
    filter.source().ifPresent(text -> equal("source", text));
    filter.feed().ifPresent(text -> equal("feed", text));
    filter.text().ifPresent(text -> listing.and(TEXT, "text", Listing.containing(text)));
    filter.inForceAt().ifPresent(this::inForceAt);
    query.cursor().ifPresent(this::after);
  }

  /** One of that id. */
  IndicatorListing(Tenant tenant, long id) {
    this.tenant = tenant;
    listing = new Listing(SELECT, "i.tenant", tenant);
    listing.and("i.id = :id", "id", id);
  }

  List<IndicatorRecord> run(EntityManager entities, int rows) {
    List<IndicatorRecord> found =
        listing.run(entities, "i.id desc", rows, IndicatorListing::indicator);
    return SightingsLookup.of(entities, tenant, found);
  }

  static String cursorAfter(IndicatorRecord last) {
    return CursorText.of(last.id());
  }

  private void equal(String column, String text) {
    listing.and("i." + column + " = :" + column, column, StorableText.of(text));
  }

  private void inForceAt(Instant moment) {
    listing.and(
        "i.withdrawnAt is null and i.validFrom <= :moment"
            + " and (i.validUntil is null or i.validUntil > :moment)",
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
        claim(row),
        row.get("feed", String.class),
        moment(row, "withdrawnAt"),
        Optional.ofNullable(row.get("userId", UUID.class)).map(id -> user(row, id)),
        row.get("createdAt", Instant.class),
        row.get("changedAt", Instant.class),
        IndicatorRecord.Sightings.NONE);
  }

  private static ThreatIndicator claim(Tuple row) {
    Instant from = row.get("validFrom", Instant.class);
    return new ThreatIndicator(
        new Indicator(
            IndicatorKind.valueOf(row.get("kind", String.class)), row.get("value", String.class)),
        new IndicatorOrigin(
            row.get("source", String.class),
            row.get("externalId", String.class),
            moment(row, "modifiedAt")),
        new ValidityPeriod(
            Optional.of(from).filter(time -> !time.equals(StoredClaim.ALWAYS)),
            moment(row, "validUntil")),
        number(row.get("confidence", Short.class)),
        new IndicatorDetails(
            row.get("name", String.class),
            row.get("description", String.class),
            AlertColumns.readTags(row.get("labels", String.class)),
            Optional.ofNullable(row.get("tlp", String.class)).map(Tlp::valueOf)));
  }

  private static Optional<Instant> moment(Tuple row, String column) {
    return Optional.ofNullable(row.get(column, Instant.class));
  }

  private static OptionalInt number(@Nullable Short value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static UserRef user(Tuple row, UUID id) {
    return new UserRef(id, row.get("username", String.class), row.get("displayName", String.class));
  }
}
