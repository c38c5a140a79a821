package io.eventsec.persistence.notification;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.persistence.internal.Limits;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Something that some users are to be told.
 *
 * @param tenant whose
 * @param recipients users of the tenant, at most 1,000; those who may not sign in are not told
 * @param topic what it is about, 1 to 300 characters: each user is told once about a topic
 * @param title the news in one line; what is beyond 300 characters is cut off
 * @param alert which alert it is about, if it is about one
 * @param incident which incident it is about, if it is about one
 * @param correlation the exchange that caused it; empty if it was none
 */
public record News(
    Tenant tenant,
    Set<UUID> recipients,
    String topic,
    String title,
    Optional<AlertId> alert,
    Optional<UUID> incident,
    Optional<Correlation> correlation) {
  private static final int MOST_RECIPIENTS = 1000;
  private static final int LONGEST = 300;
  private static final String CUT = "…";

  /**
   * Copies the set, checks the bounds, and cuts the title.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public News {
    recipients = Set.copyOf(recipients);
    if (recipients.size() > MOST_RECIPIENTS) {
      throw new IllegalArgumentException(
          recipients.size() + " recipients: give at most " + MOST_RECIPIENTS);
    }
    Limits.length("Topic", topic, 1, LONGEST);
    title = cut(title);
    Limits.length("Title", title, 1, LONGEST);
  }

  private static String cut(String title) {
    return title.codePointCount(0, title.length()) <= LONGEST
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST - 1)) + CUT;
  }
}
