package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.Logsource;
import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.SigmaDetection;
import io.eventsec.core.sigma.internal.RuleFault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A rule on its way through the pipelines, with all that they have to remember about it. Used by
 * one thread and thrown away.
 */
final class RuleRun implements Subject {
  private static final int MAX_ITEMS = 10_000;
  private static final String FIELDS = "fields";

  private final SigmaRule rule;
  private final Map<String, List<Scalar>> variables;
  private final Map<String, String> state = new HashMap<>();
  private final Set<String> done = new HashSet<>();

  /** By identity, since two equal items of a rule may have come by different ways. */
  private final Map<DetectionItem, Set<String>> changedBy = new IdentityHashMap<>();

  /** By name that correlations use for a field of the rule's events: what it is called by now. */
  private final Map<String, List<String>> names = new LinkedHashMap<>();

  private SigmaMetadata metadata;
  private Logsource logsource;
  private SigmaDetection detection;

  RuleRun(SigmaRule rule, Set<String> names, Map<String, List<Scalar>> variables) {
    this.rule = rule;
    names.forEach(name -> this.names.put(name, List.of(name)));
    this.variables = variables;
    this.metadata = rule.metadata();
    this.logsource = rule.logsource();
    this.detection = rule.detection();
  }

  @Override
  public RuleRun run() {
    return this;
  }

  @Override
  public boolean wasChangedBy(String id) {
    return done.contains(id);
  }

  void done(String id) {
    if (!id.isEmpty()) {
      done.add(id);
    }
  }

  boolean changed(DetectionItem item, String id) {
    return changedBy.getOrDefault(item, Set.of()).contains(id);
  }

  /** Notes that the item was made of another by the processing item of that id. */
  void noteChange(DetectionItem before, DetectionItem after, String id) {
    Set<String> ids = new HashSet<>(changedBy.getOrDefault(before, Set.of()));
    ids.add(id);
    changedBy.put(after, ids);
  }

  void changeItems(ProcessingItem item, Transformation.OfItems change) throws RuleFault {
    change(new DetectionRewriter(this, item).rewrite(detection, change));
  }

  /**
   * Gives other names to the fields that correlations name and to those that the rule would have
   * shown; there is no item to ask about.
   */
  void rename(ProcessingItem item, FieldRename change) {
    UnaryOperator<List<String>> renamed = fields -> renamed(fields, item, change);
    names.replaceAll((name, now) -> renamed.apply(now));
    changeFields(renamed);
  }

  private List<String> renamed(List<String> fields, ProcessingItem item, FieldRename change) {
    return fields.stream()
        .flatMap(
            one -> item.isAbout(this, one) ? change.names().apply(one).stream() : Stream.of(one))
        .distinct()
        .toList();
  }

  Map<String, List<String>> names() {
    return names;
  }

  void change(SigmaDetection changed) throws RuleFault {
    if (changed.items().limit(MAX_ITEMS + 1L).count() > MAX_ITEMS) {
      throw new RuleFault(
          "The rule gets more than " + MAX_ITEMS + " detection items",
          "Map fields to fewer others");
    }
    detection = changed;
  }

  void change(Logsource changed) {
    logsource = changed;
  }

  SigmaDetection detection() {
    return detection;
  }

  Logsource logsource() {
    return logsource;
  }

  String id() {
    return rule.ref().id();
  }

  SigmaMetadata metadata() {
    return metadata;
  }

  void change(SigmaMetadata changed) {
    metadata = changed;
  }

  /** The fields that the rule would have shown, in another form. */
  void changeFields(UnaryOperator<List<String>> change) {
    List<String> fields = metadata.list(FIELDS);
    List<String> changed = change.apply(fields);
    if (!changed.equals(fields)) {
      metadata = metadata.withList(FIELDS, changed);
    }
  }

  Map<String, String> state() {
    return state;
  }

  Map<String, List<Scalar>> variables() {
    return variables;
  }

  /** True if the rule looks for something else than its author wrote. */
  boolean isChanged() {
    return !detection.equals(rule.detection()) || !logsource.equals(rule.logsource());
  }
}
