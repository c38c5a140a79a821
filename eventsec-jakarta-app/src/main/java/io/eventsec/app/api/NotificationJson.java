package io.eventsec.app.api;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.persistence.notification.NotificationRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the caller was told.
 *
 * @param id its id
 * @param title the news in one line
 * @param alertId which alert it is about, if it is about one
 * @param incidentId which incident it is about, if it is about one
 * @param correlationId the exchange that caused it, as in the {@code X-Correlation-Id} of its
 *     answer, in the audit and in the log
 * @param createdAt when
 * @param readAt since when it is read; null if it is not
 */
public record NotificationJson(
    String id,
    String title,
    Optional<String> alertId,
    Optional<String> incidentId,
    Optional<String> correlationId,
    Instant createdAt,
    Optional<Instant> readAt) {
  static NotificationJson of(NotificationRecord told) {
    return new NotificationJson(
        Long.toString(told.id()),
        told.title(),
        told.alert().map(AlertId::value),
        told.incident().map(UUID::toString),
        told.correlation().map(Correlation::id),
        told.createdAt(),
        told.readAt());
  }

  /**
   * A page of them.
   *
   * @param items newest first
   * @param nextCursor where the next page starts; null on the last one
   * @param unread how many of all are unread; 1,000 for so many or more
   */
  public record Listing(List<NotificationJson> items, Optional<String> nextCursor, int unread) {}

  /**
   * How many there are to read.
   *
   * @param unread 1,000 for so many or more
   */
  public record Unread(int unread) {}

  /**
   * What was read.
   *
   * @param upTo the id of the newest that was seen
   */
  public record ReadRequest(@Nullable String upTo) {}
}
