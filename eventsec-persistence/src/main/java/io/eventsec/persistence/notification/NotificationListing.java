package io.eventsec.persistence.notification;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.internal.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The query behind a page of notifications. */
final class NotificationListing {
  private static final String SELECT =
      """
      select n.id as id, n.topic as topic, n.title as title, n.alert.id as alert,
        n.incident.id as incident, n.correlationId as correlationId, n.createdAt as createdAt,
        n.readAt as readAt
      from NotificationEntity n""";

  private final Listing listing;

  NotificationListing(NotificationQuery query) {
    listing = new Listing(SELECT, "n.tenant", query.tenant());
    listing.and("n.user.id = :user", "user", query.user());
    if (query.unreadOnly()) {
      listing.and("n.readAt is null");
    }
    query.cursor().ifPresent(this::after);
  }

  List<NotificationRecord> run(EntityManager entities, int rows) {
    return listing.run(entities, "n.id desc", rows, NotificationListing::notification);
  }

  static String cursorAfter(NotificationRecord last) {
    return CursorText.of(last.id());
  }

  private void after(String cursor) {
    listing.and(
        "n.id < :id", "id", CursorText.read(cursor, 1, parts -> Long.valueOf(parts.get(0))));
  }

  private static NotificationRecord notification(Tuple row) {
    return new NotificationRecord(
        row.get("id", Long.class),
        row.get("topic", String.class),
        row.get("title", String.class),
        Optional.ofNullable(row.get("alert", String.class)).map(AlertId::new),
        Optional.ofNullable(row.get("incident", UUID.class)),
        Optional.ofNullable(row.get("correlationId", String.class)).map(Correlation::new),
        row.get("createdAt", Instant.class),
        Optional.ofNullable(row.get("readAt", Instant.class)));
  }
}
