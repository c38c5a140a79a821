package io.eventsec.core.vuln.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What runs on one asset, or is in one product, at one time.
 *
 * @param subject what it is the inventory of, as the document says; may be empty
 * @param taken when, as the document says; empty if it does not
 * @param components in the document's order, without libraries that packages of the distribution
 *     brought, which stand beside them
 * @param problems what could not be read, each naming the component, the value and the rule; the
 *     component is there nevertheless, with what could be read. Last what was left out
 */
public record SoftwareInventory(
    String subject,
    Optional<Instant> taken,
    List<SoftwareComponent> components,
    List<String> problems) {
  /** Copies the lists. */
  public SoftwareInventory {
    components = List.copyOf(components);
    problems = List.copyOf(problems);
  }
}
