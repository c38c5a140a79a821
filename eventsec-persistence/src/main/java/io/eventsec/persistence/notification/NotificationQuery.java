package io.eventsec.persistence.notification;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Limits;
import java.util.Optional;
import java.util.UUID;

/**
 * Which notifications to list.
 *
 * @param tenant whose
 * @param user what that user was told
 * @param unreadOnly only what is not read
 * @param cursor {@link Page#nextCursor()} of the page before
 * @param limit at most so many, 1 to 200
 */
public record NotificationQuery(
    Tenant tenant, UUID user, boolean unreadOnly, Optional<String> cursor, int limit) {
  private static final int MOST = 200;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  public NotificationQuery {
    Limits.rows(limit, MOST, "notifications");
  }

  /** The first page of all that a user was told. */
  public static NotificationQuery all(Tenant tenant, UUID user, int limit) {
    return new NotificationQuery(tenant, user, false, Optional.empty(), limit);
  }

  /** The same, unread ones only. */
  public NotificationQuery unread() {
    return new NotificationQuery(tenant, user, true, cursor, limit);
  }

  /** The same, from that cursor on. */
  public NotificationQuery withCursor(String from) {
    return new NotificationQuery(tenant, user, unreadOnly, Optional.of(from), limit);
  }
}
