package io.eventsec.persistence.detection;

import io.eventsec.core.event.Tenant;

/**
 * What a tenant's dead letters take.
 *
 * @param tenant whose
 * @param letters how many
 * @param bytes of their records, all together
 */
public record DeadLetterUsage(Tenant tenant, long letters, long bytes) {

  /** True if there is more of either. */
  public boolean exceeds(long mostLetters, long mostBytes) {
    return letters > mostLetters || bytes > mostBytes;
  }
}
