package io.eventsec.persistence.audit;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.internal.DetailsColumn;
import io.eventsec.persistence.internal.Listing;
import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The query behind a page of the audit. */
final class AuditListing {
  private static final String SELECT =
      """
      select a.id as id, a.tenant as tenant, a.at as moment, a.actorId as actorId,
        a.actor as actor, a.action as action, a.objectKind as objectKind, a.objectId as objectId,
        a.outcome as outcome, a.remoteAddress as remoteAddress,
        a.correlationId as correlationId, a.details as details
      from AuditEntity a""";

  private final Listing listing;

  AuditListing(AuditQuery query) {
    listing = new Listing(SELECT, "a.tenant", query.tenant());
    query.actorId().ifPresent(id -> listing.and("a.actorId = :actor", "actor", id));
    query
        .action()
        .ifPresent(text -> listing.and("a.action = :action", "action", StorableText.of(text)));
    query.object().ifPresent(this::withObject);
    query.from().ifPresent(at -> listing.and("a.at >= :from", "from", at));
    query.until().ifPresent(at -> listing.and("a.at < :until", "until", at));
    query.cursor().ifPresent(this::after);
  }

  List<AuditRecord> run(EntityManager entities, int rows) {
    return listing.run(entities, "a.at desc, a.id desc", rows, AuditListing::entry);
  }

  static String cursorAfter(AuditRecord last) {
    return CursorText.of(last.at(), last.id());
  }

  private void withObject(AuditObject object) {
    listing.and("a.objectKind = :kind", "kind", object.kind());
    listing.and("a.objectId = :object", "object", StorableText.of(object.id()));
  }

  private void after(String cursor) {
    Place place =
        CursorText.read(
            cursor,
            2,
            parts -> new Place(Instant.parse(parts.get(0)), Long.parseLong(parts.get(1))));
    listing.and("(a.at, a.id) < (:moment, :id)", "moment", place.at());
    listing.set("id", place.id());
  }

  private static AuditRecord entry(Tuple row) {
    return new AuditRecord(
        row.get("id", Long.class),
        row.get("moment", Instant.class),
        new AuditEntry(
            new Tenant(row.get("tenant", String.class)),
            Optional.ofNullable(row.get("actorId", UUID.class)),
            row.get("actor", String.class),
            row.get("action", String.class),
            new AuditObject(row.get("objectKind", String.class), row.get("objectId", String.class)),
            AuditOutcome.valueOf(row.get("outcome", String.class)),
            row.get("remoteAddress", String.class),
            row.get("correlationId", String.class),
            DetailsColumn.read(row.get("details", String.class))));
  }

  private record Place(Instant at, long id) {}
}
