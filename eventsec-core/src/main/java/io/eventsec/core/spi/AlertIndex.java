package io.eventsec.core.spi;

import java.util.List;

/** The copy of alerts for search. Safe to share between threads. */
public interface AlertIndex {

  /**
   * Stores alerts as they were raised; one that is there already stays as it is.
   *
   * @param entries of kind {@code alert.index}
   * @return the entries that were refused for good, with the reason; the rest is stored
   * @throws StoreUnavailableException if the index does not answer or asks to wait
   */
  List<Refusal> indexAlerts(List<OutboxEntry> entries);

  /**
   * An entry that was refused.
   *
   * @param entry which
   * @param reason why
   */
  record Refusal(OutboxEntry entry, String reason) {}
}
