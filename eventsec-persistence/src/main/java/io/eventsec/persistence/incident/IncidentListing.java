package io.eventsec.persistence.incident;

import io.eventsec.core.alert.AlertId;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.internal.Listing;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The query behind a page of incidents. */
final class IncidentListing {
  private final Listing listing;

  IncidentListing(IncidentQuery query) {
    listing =
        new Listing("select " + IncidentRow.COLUMNS + IncidentRow.FROM, "i.tenant", query.tenant());
    if (!query.statuses().isEmpty()) {
      listing.and("i.status in :statuses", "statuses", query.statuses());
    }
    if (!query.severities().isEmpty()) {
      listing.and("i.severity in :severities", "severities", query.severities());
    }
    query.owner().ifPresent(id -> listing.and("i.owner.id = :owner", "owner", id));
    query.assignee().ifPresent(id -> listing.and("i.assignee.id = :assignee", "assignee", id));
    query.alert().ifPresent(this::withAlert);
    query.cursor().ifPresent(this::after);
  }

  List<IncidentSummary> run(EntityManager entities, int rows) {
    return listing.run(entities, "i.createdAt desc, i.id desc", rows, IncidentRow::of);
  }

  static String cursorAfter(IncidentSummary last) {
    return CursorText.of(last.createdAt(), last.id());
  }

  private void withAlert(AlertId alert) {
    listing.and(
        """
        i.id in (select t.incident.id from IncidentItemEntity t
          where t.tenant = :tenant and t.alert.id = :alert)""",
        "alert",
        alert.value());
  }

  private void after(String cursor) {
    Place place =
        CursorText.read(
            cursor,
            2,
            parts -> new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))));
    listing.and("(i.createdAt, i.id) < (:createdAt, :id)", "createdAt", place.createdAt());
    listing.set("id", place.id());
  }

  private record Place(Instant createdAt, UUID id) {}
}
