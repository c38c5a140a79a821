package io.eventsec.core.spi;

import io.eventsec.core.event.Tenant;
import java.util.List;

/** What could not be parsed, mapped or indexed. Safe to share between threads and nodes. */
public interface DeadLetters {

  /**
   * The newest of a tenant.
   *
   * @param limit at most so many
   * @throws StoreUnavailableException if the store does not answer
   */
  List<DeadLetter> newest(Tenant tenant, int limit);

  /**
   * How many a tenant has.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  long count(Tenant tenant);
}
