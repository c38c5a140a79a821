package io.eventsec.core.detect.internal;

import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The compiled form of a rule set. Everything but the cache of routes is fixed once it is made. */
public final class RuleSet {
  /** Datasets come from what senders say, so the routes kept for them are bounded. */
  private static final int MAX_ROUTES = 1_024;

  private final FieldTable fields = new FieldTable();
  private final PredicateTable table = new PredicateTable(fields);
  private final Predicate[] predicates;
  private final List<CompiledRule> rules;
  private final Map<EventLogsource, Route> routes = new ConcurrentHashMap<>();

  /** Compiles rules, in the order in which matches are to come. */
  public RuleSet(List<SigmaRule> sources) {
    NodeCompiler compiler = new NodeCompiler(table);
    List<Node> conditions =
        sources.stream().map(rule -> compiler.detection(rule.detection())).toList();
    this.predicates = table.all();
    RequiredFields required = new RequiredFields(predicates);
    List<BitSet> needs = conditions.stream().map(required::of).toList();
    int[] popularity = popularity(needs);
    this.rules = new ArrayList<>(sources.size());
    for (int i = 0; i < sources.size(); i++) {
      int field = rarest(needs.get(i), popularity);
      rules.add(new CompiledRule(i, sources.get(i), conditions.get(i), field));
    }
  }

  private int[] popularity(List<BitSet> needs) {
    int[] counts = new int[fields.size()];
    needs.forEach(need -> need.stream().forEach(field -> counts[field]++));
    return counts;
  }

  private static int rarest(BitSet need, int[] popularity) {
    return need.stream()
        .boxed()
        .min(Comparator.comparingInt(field -> popularity[field]))
        .orElse(Predicate.NO_FIELD);
  }

  /** See {@link io.eventsec.core.detect.DetectionEngine#process}. */
  public List<Match> process(Event event) {
    EventView view = new EventView(event, fields, predicates);
    List<CompiledRule> fired = new ArrayList<>(0);
    route(EventLogsource.of(event))
        .candidates(
            view,
            rule -> {
              if (rule.condition().holds(view)) {
                fired.add(rule);
              }
            });
    if (fired.isEmpty()) {
      return List.of();
    }
    fired.sort(Comparator.comparingInt(CompiledRule::index));
    return fired.stream().map(rule -> match(rule.rule(), view)).toList();
  }

  private Match match(SigmaRule rule, EventView view) {
    return new Match(rule, view.event(), new Explanation(rule.detection(), view, table).items());
  }

  private Route route(EventLogsource logsource) {
    Route known = routes.get(logsource);
    if (known != null) {
      return known;
    }
    Route route =
        new Route(
            rules.stream().filter(rule -> logsource.agrees(rule.rule().logsource())).toList(),
            fields.size());
    if (routes.size() < MAX_ROUTES) {
      routes.put(logsource, route);
    }
    return route;
  }
}
