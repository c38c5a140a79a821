package io.eventsec.core.sigma.internal;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.sigma.RuleOrigin;
import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.SigmaProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sees to it that what is loaded has ids of its own. Not thread-safe. */
public final class UniqueIds {
  private final List<SigmaProblem> problems;
  private final Map<String, String> owners = new HashMap<>();

  /**
   * Makes one that has seen nothing.
   *
   * @param problems where to tell of what comes twice
   */
  public UniqueIds(List<SigmaProblem> problems) {
    this.problems = problems;
  }

  /** True the first time an id is seen. */
  public boolean isNew(RuleRef ref, SigmaMetadata metadata, RuleOrigin origin) {
    String owner = owners.putIfAbsent(ref.id(), '\'' + metadata.title() + "' in " + origin.file());
    if (owner != null) {
      problems.add(
          new SigmaProblem(
              origin.file(),
              origin.line(),
              1,
              "Rule id " + ref.id() + " is used already by " + owner,
              "Give this rule an id of its own"));
    }
    return owner == null;
  }
}
