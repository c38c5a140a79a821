package io.eventsec.core.detect.internal;

import io.eventsec.core.detect.Explanation;
import io.eventsec.core.detect.LogsourceRouting;
import io.eventsec.core.detect.Match;
import io.eventsec.core.detect.RuleStatistics;
import io.eventsec.core.detect.Undecided;
import io.eventsec.core.detect.internal.EventLogsource.Own;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.internal.StepBudgetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The compiled form of a rule set. Everything but its caches is fixed once it is made. */
public final class RuleSet {
  /** Datasets come from what senders say, so the routes kept for them are bounded. */
  private static final int MAX_ROUTES = 1_024;

  private final LogsourceRouting routing;
  private final Consumer<Undecided> undecided;
  private final PredicateTable table;
  private final RuleIndex index;
  private final List<CompiledRule> rules;
  private final AtomicReferenceArray<@Nullable Explainer> explainers;
  private final RuleCounters[] counters;
  private final ViewPool views;
  private final Map<EventLogsource, Route> routes = new ConcurrentHashMap<>();

  /**
   * Compiles rules, in the order in which matches are to come.
   *
   * @param routing how an event tells which rules are about it
   * @param undecided told of what cannot be decided
   */
  public RuleSet(List<SigmaRule> sources, LogsourceRouting routing, Consumer<Undecided> undecided) {
    this.routing = routing;
    this.undecided = undecided;
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
    LeafMasks masks = new LeafMasks(predicates);
    for (int i = 0; i < sources.size(); i++) {
      rules.add(new CompiledRule(sources.get(i), masks.of(conditions.get(i)), triggers.isFound(i)));
    }
    this.explainers = new AtomicReferenceArray<>(rules.size());
    this.counters = new RuleCounters[rules.size()];
    Arrays.setAll(counters, i -> new RuleCounters());
    this.views = new ViewPool(index);
  }

  /** See {@link io.eventsec.core.detect.DetectionEngine#process}. */
  public List<Match> process(Event event) {
    return process(event, EventLogsource.of(event, routing));
  }

  /** See {@link io.eventsec.core.detect.DetectionEngine#processAlert}. */
  public List<Match> processAlert(Event alert) {
    return process(alert, Own.ALERT);
  }

  private List<Match> process(Event event, EventLogsource logsource) {
    EventView view = views.take();
    try {
      Route route = view.route(logsource, this::route);
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
      if (route.leadsTo(rule) && holds(rule, view)) {
        matches = matches.isEmpty() ? new ArrayList<>() : matches;
        matches.add(match(rule, view));
      }
    }
    return matches;
  }

  private boolean holds(int rule, EventView view) {
    boolean timed = view.isTimed();
    long start = timed ? System.nanoTime() : 0;
    boolean holds = decide(rule, view);
    if (timed) {
      counters[rule].took(System.nanoTime() - start);
    }
    view.tally().tried(rule, holds);
    return holds;
  }

  private boolean decide(int rule, EventView view) {
    Node condition = rules.get(rule).condition();
    try {
      return condition.holds(view);
    } catch (StepBudgetException e) {
      Truth truth = Truth.of(condition, view);
      if (truth == Truth.UNDECIDED) {
        counters[rule].wasUndecided();
        undecided.accept(
            new Undecided(rules.get(rule).rule(), view.event(), String.valueOf(e.getMessage())));
      }
      return truth == Truth.YES;
    }
  }

  /** See {@link io.eventsec.core.detect.DetectionEngine#statistics}. */
  public List<RuleStatistics> statistics() {
    return IntStream.range(0, counters.length).mapToObj(this::statistics).toList();
  }

  private RuleStatistics statistics(int rule) {
    RuleCounters seldom = counters[rule];
    return new RuleStatistics(
        rules.get(rule).rule().ref(),
        views.sum(tally -> tally.tried(rule)),
        views.sum(tally -> tally.held(rule)),
        seldom.undecided(),
        seldom.timed(),
        Duration.ofNanos(seldom.time()));
  }

  /** See {@link io.eventsec.core.detect.DetectionEngine#rulesTriedOnEveryEvent}. */
  public List<SigmaRule> triedAlways() {
    return rules.stream().filter(rule -> !rule.isFound()).map(CompiledRule::rule).toList();
  }

  /** See {@link io.eventsec.core.detect.DetectionEngine#explain}; for a set of one rule. */
  public Explanation explain(Event event) {
    SigmaRule rule = rules.get(0).rule();
    EventView view = views.take();
    try {
      view.open(event, new Route(0, BitSet.valueOf(new long[] {1}), rules, index));
      EventLogsource logsource =
          rule.logsource().isOfAlerts() ? Own.ALERT : EventLogsource.of(event, routing);
      boolean agrees = logsource.leadsTo(rule.logsource());
      return new ConditionTree(rule.detection(), table, view).of(rule, agrees);
    } finally {
      view.close();
      views.giveBack(view);
    }
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
    BitSet agreeing = new BitSet();
    for (int i = 0; i < rules.size(); i++) {
      agreeing.set(i, logsource.leadsTo(rules.get(i).rule().logsource()));
    }
    Route route = new Route(routes.size(), agreeing, rules, index);
    if (routes.size() < MAX_ROUTES) {
      routes.put(logsource, route);
    }
    return route;
  }
}
