package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.Logsource;
import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.SigmaDetection;
import io.eventsec.core.sigma.internal.DetectionParser;
import io.eventsec.core.sigma.internal.ItemRewriter;
import io.eventsec.core.sigma.internal.RuleFault;
import io.eventsec.core.sigma.internal.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Joins a selection to every condition of a rule: {@code added and (condition)}.
 *
 * @param name the selection's name; another if the rule has that one
 * @param selection what it asks for
 * @param negated true for {@code not added and (condition)}
 * @param template true if {@code $product}, {@code $category} and {@code $service} in its values
 *     stand for the rule's own
 */
record AddedCondition(String name, Search selection, boolean negated, boolean template)
    implements Transformation.OfRule {
  private static final Search NOTHING = new Search.AllOf(List.of());

  static Transformation of(Parameters parameters) {
    Search selection =
        parameters
            .required("conditions", "fields and values")
            .flatMap(node -> selection(node, parameters))
            .orElse(NOTHING);
    return new AddedCondition(
        parameters.optionalText("name").orElse("_added"),
        selection,
        parameters.truth("negated"),
        parameters.truth("template"));
  }

  private static Optional<Search> selection(Node node, Parameters parameters) {
    if (node instanceof MappingNode) {
      return new DetectionParser(parameters.problems(), List.of()).search(node);
    }
    parameters.wrong(
        "conditions",
        "'conditions' is " + Yaml.kind(node) + ", not a map",
        "Write a field and its value below it");
    return Optional.empty();
  }

  @Override
  public void apply(RuleRun run) throws RuleFault {
    SigmaDetection detection = run.detection();
    Map<String, Search> searches = new LinkedHashMap<>(detection.searches());
    String unused = unused(searches);
    searches.put(unused, template ? filled(selection, run.logsource()) : selection);
    run.change(
        new SigmaDetection(
            searches,
            detection.conditions().stream().map(condition -> joined(unused, condition)).toList()));
  }

  private Condition joined(String unused, Condition condition) {
    Condition named = new Condition.Named(unused);
    return new Condition.And(List.of(negated ? new Condition.Not(named) : named, condition));
  }

  private String unused(Map<String, Search> searches) {
    String unused = name;
    for (int i = 2; searches.containsKey(unused); i++) {
      unused = name + '_' + i;
    }
    return unused;
  }

  /** The selection is one map, as the reader made it. */
  private static Search filled(Search selection, Logsource logsource) throws RuleFault {
    List<Search> items = new ArrayList<>();
    for (DetectionItem item : selection.items().toList()) {
      items.add(
          ItemRewriter.rewrite(
              item,
              value -> value.alternatives().stream().map(one -> filled(one, logsource)).toList()));
    }
    return new Search.AllOf(items);
  }

  private static Scalar filled(Scalar value, Logsource logsource) {
    return value.value() instanceof String text
        ? new Scalar(
            text.replace("$product", said(logsource.product()))
                .replace("$category", said(logsource.category()))
                .replace("$service", said(logsource.service())))
        : value;
  }

  private static String said(Optional<String> name) {
    return name.orElse("");
  }
}
