package io.eventsec.persistence.policy;

import io.eventsec.core.policy.RulePolicies;
import java.util.List;

/**
 * What all tenants had decided at one moment.
 *
 * @param revision another one is told by another number
 * @param policies the decisions
 * @param unreadable exceptions that are not among them, each with the reason: another version of
 *     the program wrote them
 */
public record PolicySnapshot(long revision, RulePolicies policies, List<String> unreadable) {
  /** Copies the list. */
  public PolicySnapshot {
    unreadable = List.copyOf(unreadable);
  }
}
