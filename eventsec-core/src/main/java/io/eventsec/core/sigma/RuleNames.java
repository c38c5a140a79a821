package io.eventsec.core.sigma;

import io.eventsec.core.alert.RuleRef;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What some rules and correlations are called, by id or {@code name}, as correlations refer to
 * them: ids are the same in any case, names are not. Not safe to share between threads while names
 * are added.
 */
public final class RuleNames {
  private final Set<String> idsAndNames = new HashSet<>();

  /** Without any. */
  public RuleNames() {}

  /** Adds whatever has that id, and the name that it says. */
  public void add(RuleRef rule, SigmaMetadata metadata) {
    idsAndNames.add(rule.id());
    metadata.text("name").ifPresent(idsAndNames::add);
  }

  /** True if one of those is called so. */
  public boolean containsAnyOf(List<String> called) {
    return called.stream().anyMatch(this::contains);
  }

  private boolean contains(String idOrName) {
    return idsAndNames.contains(idOrName)
        || idsAndNames.contains(idOrName.toLowerCase(Locale.ROOT));
  }
}
