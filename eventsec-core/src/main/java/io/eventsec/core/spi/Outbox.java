package io.eventsec.core.spi;

import java.time.Duration;
import java.util.List;

/**
 * Delivery of what transactions left behind, at least once: an entry that was claimed and neither
 * delivered nor failed is given out again when its lease ends. Safe to share between threads and
 * nodes; two never hold the same entry.
 */
public interface Outbox {

  /**
   * Takes entries that are due.
   *
   * @param kind of that kind only
   * @param limit at most so many, 1 to 1,000
   * @param lease how long they are kept from others
   * @return oldest first
   * @throws StoreUnavailableException if the store does not answer
   */
  List<OutboxEntry> claim(String kind, int limit, Duration lease);

  /**
   * They have arrived and are forgotten here.
   *
   * @throws StoreUnavailableException if the store does not answer; they will be given out again
   */
  void delivered(List<OutboxEntry> entries);

  /**
   * It was refused and is due again later, with growing delay; parked, where a person can see it,
   * after ten failures.
   *
   * @param reason why, for a person
   * @throws StoreUnavailableException if the store does not answer
   */
  void failed(OutboxEntry entry, String reason);

  /**
   * How many wait, parked ones included.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  long pending();
}
