package io.eventsec.persistence.alert;

import io.eventsec.persistence.internal.Listing;
import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The query behind a page of alerts. */
final class AlertListing {
  private final Listing listing;

  AlertListing(AlertQuery query) {
    listing = new Listing(SummaryRow.SELECT, "a.tenant", query.tenant());
    if (!query.statuses().isEmpty()) {
      listing.and("a.status in :statuses", "statuses", query.statuses());
    }
    if (!query.severities().isEmpty()) {
      listing.and("a.severity in :severities", "severities", query.severities());
    }
    query
        .ruleId()
        .ifPresent(id -> listing.and("a.ruleId = :ruleId", "ruleId", StorableText.of(id)));
    query
        .text()
        .ifPresent(
            part ->
                listing.and(
                    "a.searchText like :part escape '!'", "part", Listing.containing(part)));
    query.cursor().map(PageCursor::of).ifPresent(this::after);
  }

  List<AlertSummary> run(EntityManager entities, int rows) {
    return listing.run(entities, "a.raisedAt desc, a.id desc", rows, SummaryRow::of);
  }

  private void after(PageCursor cursor) {
    listing.and("(a.raisedAt, a.id) < (:raisedAt, :id)", "raisedAt", cursor.raisedAt());
    listing.set("id", cursor.id());
  }
}
