package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.ast.CorrelationCondition.Reached;
import io.eventsec.core.sigma.internal.RuleFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The fields that correlations name, and what pipelines call them in the events of each rule.
 *
 * <p>Two rules of one correlation may come to different names. So a correlation keeps the names
 * that its author wrote, and an alias says which field is meant in each rule's events. For one
 * thread.
 */
public final class CorrelationFields {
  /** Of no correlation. */
  static final CorrelationFields NONE = new CorrelationFields(List.of());

  private final List<SigmaCorrelation> correlations;

  /** By a rule's id or name as correlations write it: by a field's old name, its new ones. */
  private final Map<String, Map<String, List<String>>> renamed = new HashMap<>();

  /** Those of correlations, for the rules that they refer to. */
  public CorrelationFields(Collection<SigmaCorrelation> correlations) {
    this.correlations = List.copyOf(correlations);
  }

  /** The fields of the rule's events that correlations name. */
  Set<String> asked(SigmaRule rule) {
    Set<String> asked = new LinkedHashSet<>();
    for (SigmaCorrelation correlation : correlations) {
      correlation.rules().stream()
          .filter(rule::isCalled)
          .forEach(reference -> asked.addAll(fields(correlation, reference).values()));
    }
    return asked;
  }

  /** Notes what those fields are called once the rule is through. */
  void note(SigmaRule rule, Map<String, List<String>> names) {
    correlations.stream()
        .flatMap(correlation -> correlation.rules().stream())
        .filter(rule::isCalled)
        .forEach(reference -> renamed.putIfAbsent(reference, names));
  }

  /**
   * The correlations with the new names.
   *
   * @param version makes the reference of a changed one
   * @param problems where those go that can't have a new name
   */
  List<SigmaCorrelation> renamed(UnaryOperator<RuleRef> version, List<SigmaProblem> problems) {
    List<SigmaCorrelation> all = new ArrayList<>();
    for (SigmaCorrelation correlation : correlations) {
      renamed(correlation, version, problems).ifPresent(all::add);
    }
    return all;
  }

  private Optional<SigmaCorrelation> renamed(
      SigmaCorrelation correlation, UnaryOperator<RuleRef> version, List<SigmaProblem> problems) {
    Map<String, Map<String, String>> aliases = new LinkedHashMap<>(correlation.aliases());
    try {
      for (String reference : correlation.rules()) {
        for (Map.Entry<String, String> field : fields(correlation, reference).entrySet()) {
          String now = now(reference, field.getValue());
          if (!now.equals(field.getValue())) {
            Map<String, String> meant =
                new LinkedHashMap<>(aliases.getOrDefault(field.getKey(), Map.of()));
            meant.put(reference, now);
            aliases.put(field.getKey(), meant);
          }
        }
      }
    } catch (RuleFault e) {
      problems.add(
          new SigmaProblem(
              correlation.origin().file(),
              correlation.origin().line(),
              1,
              "Correlation '" + correlation.title() + "': " + e.problem(),
              e.cure()));
      return Optional.empty();
    }
    return Optional.of(
        aliases.equals(correlation.aliases())
            ? correlation
            : correlation.with(version.apply(correlation.ref()), aliases));
  }

  private String now(String reference, String field) throws RuleFault {
    List<String> names =
        renamed.getOrDefault(reference, Map.of()).getOrDefault(field, List.of(field));
    if (names.size() != 1) {
      throw new RuleFault(
          "field '"
              + field
              + "' may be any of "
              + names
              + " in the events of rule '"
              + reference
              + "', and values can be compared by one field only",
          "Name that one in an alias for the rule");
    }
    return names.get(0);
  }

  /** By name in the correlation: the field that is meant in the events of the rule. */
  private static Map<String, String> fields(SigmaCorrelation correlation, String reference) {
    List<String> counted =
        correlation.condition() instanceof Reached reached ? reached.fields() : List.of();
    Map<String, String> fields = new LinkedHashMap<>();
    Stream.of(correlation.groupBy(), counted, correlation.aliases().keySet())
        .flatMap(Collection::stream)
        .forEach(
            name ->
                fields.put(
                    name,
                    correlation
                        .aliases()
                        .getOrDefault(name, Map.of())
                        .getOrDefault(reference, name)));
    return fields;
  }
}
