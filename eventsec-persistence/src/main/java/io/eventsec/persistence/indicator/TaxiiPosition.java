package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Limits;
import java.util.Optional;

/**
 * How far a collection has been read.
 *
 * @param tenant whose
 * @param feed its name, 1 to 100 characters
 * @param address of the collection, 1 to 2,000 characters
 * @param addedAfter where the next poll goes on, as the server spells it; empty for the beginning
 * @param failures how many polls have failed since one succeeded
 */
public record TaxiiPosition(
    Tenant tenant, String feed, String address, Optional<String> addedAfter, int failures) {
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int LONGEST_DATE = 64;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public TaxiiPosition {
    FeedName.check(feed);
    Limits.length("Address", address, 1, LONGEST_ADDRESS);
    addedAfter.ifPresent(date -> Limits.length("Date of an object", date, 1, LONGEST_DATE));
  }

  /** One that has been read up to there. */
  public TaxiiPosition movedTo(Optional<String> other) {
    return new TaxiiPosition(tenant, feed, address, other, 0);
  }

  /** One whose poll has failed once more, and that has been read up to there. */
  public TaxiiPosition failedAt(Optional<String> other) {
    return new TaxiiPosition(tenant, feed, address, other, failures + 1);
  }
}
