package io.eventsec.persistence.inventory;

import io.eventsec.core.vuln.Criticality;
import java.util.List;
import java.util.Optional;

/**
 * What is told of an asset where an event names it.
 *
 * @param id its id
 * @param hostname what it calls itself, in lower case
 * @param addresses in their canonical spelling
 * @param criticality how much depends on it
 * @param owner the name of the team that answers for it
 */
public record AssetFacts(
    String id,
    String hostname,
    List<String> addresses,
    Criticality criticality,
    Optional<String> owner) {
  /** Copies the list. */
  public AssetFacts {
    addresses = List.copyOf(addresses);
  }
}
