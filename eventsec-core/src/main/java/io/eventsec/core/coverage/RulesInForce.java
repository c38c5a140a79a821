package io.eventsec.core.coverage;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Sha256;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The rules and correlations that run together. Immutable.
 *
 * @param id made of the members: the same rules in the same versions have the same, whatever their
 *     order; 32 lower-case hexadecimal digits
 * @param members by id
 */
public record RulesInForce(String id, List<RuleRef> members) {
  /** No rules. */
  public static final RulesInForce NONE = of(List.of());

  private static final int BYTES = 16;

  /** Copies the list. */
  public RulesInForce {
    members = List.copyOf(members);
  }

  /** These rules, in any order. */
  public static RulesInForce of(Collection<RuleRef> rules) {
    List<RuleRef> sorted =
        rules.stream()
            .distinct()
            .sorted(Comparator.comparing(RuleRef::id).thenComparing(RuleRef::version))
            .toList();
    StringBuilder text = new StringBuilder();
    sorted.forEach(rule -> text.append(rule.id()).append('\0').append(rule.version()).append('\n'));
    String id = HexFormat.of().formatHex(Sha256.of(text.toString()), 0, BYTES);
    return new RulesInForce(id, sorted);
  }
}
