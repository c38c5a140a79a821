package io.eventsec.core.sigma;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.sigma.ast.SigmaDetection;
import java.util.List;

/**
 * A sound Sigma filter (specification 2.1.0, <i>Sigma Filters</i>): what must hold besides a rule's
 * own condition, kept apart from the rule. Immutable.
 *
 * @param ref its id and the version of its text; a filter without id has one derived from its title
 * @param metadata what it says about itself
 * @param logsource which rules it can be about: those whose logsource has all that this one names
 * @param rules ids or names of the rules it is about; empty for every rule of its logsource ({@code
 *     any})
 * @param detection what must hold for an event
 * @param origin where it was read, and its text
 */
public record SigmaFilter(
    RuleRef ref,
    SigmaMetadata metadata,
    Logsource logsource,
    List<String> rules,
    SigmaDetection detection,
    RuleOrigin origin) {
  /** Copies the list. */
  public SigmaFilter {
    rules = List.copyOf(rules);
  }

  /** Its title. */
  public String title() {
    return metadata.title();
  }

  /** True if the filter is about that rule. */
  public boolean isAbout(SigmaRule rule) {
    return logsource.covers(rule.logsource())
        && (rules.isEmpty() || rules.stream().anyMatch(rule::isCalled));
  }
}
