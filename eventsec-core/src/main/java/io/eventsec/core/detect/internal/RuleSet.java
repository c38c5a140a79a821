package io.eventsec.core.detect.internal;

import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The compiled form of a rule set. Everything but its caches is fixed once it is made. */
public final class RuleSet {
  /** Datasets come from what senders say, so the routes kept for them are bounded. */
  private static final int MAX_ROUTES = 1_024;

  private final PredicateTable table;
  private final RuleIndex index;
  private final List<CompiledRule> rules;
  private final AtomicReferenceArray<@Nullable Explainer> explainers;
  private final ViewPool views;
  private final Map<EventLogsource, Route> routes = new ConcurrentHashMap<>();

  /** Compiles rules, in the order in which matches are to come. */
  public RuleSet(List<SigmaRule> sources) {
    FieldTable fields = new FieldTable();
    this.table = new PredicateTable(fields);
    NodeCompiler compiler = new NodeCompiler(table);
    List<Node> written =
        sources.stream().map(rule -> compiler.detection(rule.detection())).toList();
    PredicateIndex predicates = new PredicateIndex(table);
    List<Node> conditions = written.stream().map(new CheapFirst(predicates)::order).toList();
    Triggers triggers = new Triggers(predicates);
    conditions.forEach(triggers::add);
    this.index = new RuleIndex(fields, predicates, triggers);
    this.rules = new ArrayList<>(sources.size());
    for (int i = 0; i < sources.size(); i++) {
      AskedFields asked = AskedFields.of(conditions.get(i), predicates.all());
      rules.add(
          new CompiledRule(
              sources.get(i),
              conditions.get(i),
              asked.fields(),
              asked.anyField(),
              triggers.isFound(i)));
    }
    this.explainers = new AtomicReferenceArray<>(rules.size());
    this.views = new ViewPool(index);
  }

  /** See {@link io.eventsec.core.detect.DetectionEngine#process}. */
  public List<Match> process(Event event) {
    Route route = route(EventLogsource.of(event));
    EventView view = views.take();
    try {
      view.open(event, route);
      return fired(view, route);
    } finally {
      view.close();
      views.giveBack(view);
    }
  }

  private List<Match> fired(EventView view, Route route) {
    NumberSet candidates = view.candidates();
    List<Match> matches = List.of();
    candidates.sort();
    for (int i = 0; i < candidates.size(); i++) {
      int rule = candidates.get(i);
      if (route.leadsTo(rule) && rules.get(rule).condition().holds(view)) {
        matches = matches.isEmpty() ? new ArrayList<>() : matches;
        matches.add(match(rule, view));
      }
    }
    return matches;
  }

  private Match match(int rule, EventView view) {
    return new Match(rules.get(rule).rule(), view.event(), explainer(rule).items(view));
  }

  /** Two threads may make one at once; either will do. */
  private Explainer explainer(int rule) {
    Explainer known = explainers.get(rule);
    if (known == null) {
      known = new Explainer(rules.get(rule).rule().detection(), table, index);
      explainers.set(rule, known);
    }
    return known;
  }

  private Route route(EventLogsource logsource) {
    Route known = routes.get(logsource);
    if (known != null) {
      return known;
    }
    IntStream agreeing =
        IntStream.range(0, rules.size())
            .filter(rule -> logsource.agrees(rules.get(rule).rule().logsource()));
    Route route = new Route(agreeing, rules);
    if (routes.size() < MAX_ROUTES) {
      routes.put(logsource, route);
    }
    return route;
  }
}
