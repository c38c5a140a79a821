package io.eventsec.persistence.indicator;

import io.eventsec.persistence.internal.Limits;
import io.eventsec.persistence.internal.StorableText;

/** The bounds of a feed's name. */
final class FeedName {
  private static final int LONGEST = 100;

  private FeedName() {}

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException if it is not 1 to 100 characters that can be stored
   */
  static void check(String feed) {
    Limits.length("Feed", feed, 1, LONGEST);
    StorableText.exactly("Feed", feed);
    if (feed.isBlank()) {
      throw new IllegalArgumentException("Feed '" + feed + "' is blank; give it a name");
    }
  }
}
