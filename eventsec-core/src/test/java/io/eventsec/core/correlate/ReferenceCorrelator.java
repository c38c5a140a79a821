package io.eventsec.core.correlate;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.ast.CorrelationCondition;
import io.eventsec.core.sigma.ast.CorrelationCondition.Bound;
import io.eventsec.core.sigma.ast.CorrelationCondition.Expression;
import io.eventsec.core.sigma.ast.CorrelationCondition.Reached;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What correlations are worth, in the plainest way: all events are sorted, and each window is
 * looked at from one end to the other.
 */
final class ReferenceCorrelator {

  /** The condition of a correlation holds for the window that ends with an event. */
  record Answer(String rule, List<String> group, EventId event, double measured) {}

  /** An event that one of the referred rules is true for, or with which a correlation came true. */
  private record Occurrence(Event event, Map<String, Object> fields) {}

  private record Entry(
      Event event, Set<Integer> positions, Set<String> texts, List<Double> numbers) {}

  private final List<SigmaCorrelation> correlations;
  private final Map<String, List<Occurrence>> occurrences = new HashMap<>();

  /**
   * Makes one.
   *
   * @param correlations each behind those that it refers to
   * @param matched by name of a rule, the events that it is true for
   */
  ReferenceCorrelator(
      List<SigmaCorrelation> correlations, Map<String, ? extends Collection<Event>> matched) {
    this.correlations = correlations;
    matched.forEach(
        (rule, events) ->
            occurrences.put(
                rule,
                events.stream()
                    .map(event -> new Occurrence(event, event.nativeFields()))
                    .toList()));
  }

  /** All answers, of those too that others refer to. */
  Set<Answer> answers() {
    Set<Answer> answers = new LinkedHashSet<>();
    correlations.forEach(rule -> answers.addAll(answers(rule)));
    return answers;
  }

  private List<Answer> answers(SigmaCorrelation rule) {
    Map<List<String>, Map<EventId, Entry>> groups = new LinkedHashMap<>();
    for (int i = 0; i < rule.rules().size(); i++) {
      for (Occurrence occurrence : occurrences.getOrDefault(rule.rules().get(i), List.of())) {
        enter(rule, i, occurrence, groups);
      }
    }
    List<Answer> answers = new ArrayList<>();
    List<Occurrence> fired = new ArrayList<>();
    groups.forEach(
        (group, entries) -> {
          List<Entry> sorted = new ArrayList<>(entries.values());
          sorted.sort(
              Comparator.comparing((Entry entry) -> entry.event().time())
                  .thenComparing(entry -> entry.event().place()));
          for (int i = 0; i < sorted.size(); i++) {
            ask(rule, group, window(rule, sorted, i), answers, fired);
          }
        });
    occurrences.put(rule.metadata().text("name").orElseThrow(), fired);
    return answers;
  }

  private static void enter(
      SigmaCorrelation rule,
      int position,
      Occurrence occurrence,
      Map<List<String>, Map<EventId, Entry>> groups) {
    List<String> fields =
        rule.condition() instanceof Reached reached ? reached.fields() : List.of();
    Set<String> texts = new TreeSet<>();
    List<Double> numbers = new ArrayList<>();
    for (List<String> row : rows(rule, position, occurrence, fields)) {
      texts.add(row.toString());
    }
    if (!fields.isEmpty()) {
      values(occurrence.fields().get(field(rule, position, fields.get(0)))).stream()
          .filter(value -> value instanceof Number || value.toString().matches("-?[0-9.]+"))
          .forEach(value -> numbers.add(Double.valueOf(value.toString())));
    }
    boolean counts = rule.type().sigmaName().equals("value_count");
    if (!fields.isEmpty() && (counts ? texts.isEmpty() : numbers.isEmpty())) {
      return;
    }
    for (List<String> group : rows(rule, position, occurrence, rule.groupBy())) {
      Entry entry =
          groups
              .computeIfAbsent(group, key -> new HashMap<>())
              .computeIfAbsent(
                  occurrence.event().id(),
                  id ->
                      new Entry(
                          occurrence.event(), new TreeSet<>(), new TreeSet<>(), new ArrayList<>()));
      entry.positions().add(position);
      entry.texts().addAll(texts);
      if (entry.numbers().isEmpty()) {
        entry.numbers().addAll(numbers);
      }
    }
  }

  /** Each combination of the fields' values; none if one is missing. */
  private static Set<List<String>> rows(
      SigmaCorrelation rule, int position, Occurrence occurrence, List<String> names) {
    Set<List<String>> rows = new LinkedHashSet<>(Set.of(List.of()));
    for (String name : names) {
      Set<List<String>> longer = new LinkedHashSet<>();
      for (List<String> row : rows) {
        for (Object value : values(occurrence.fields().get(field(rule, position, name)))) {
          longer.add(Stream.concat(row.stream(), Stream.of(value.toString())).toList());
        }
      }
      rows = longer;
    }
    return rows;
  }

  private static List<?> values(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    return value == null ? List.of() : List.of(value);
  }

  private static String field(SigmaCorrelation rule, int position, String name) {
    return rule.aliases()
        .getOrDefault(name, Map.of())
        .getOrDefault(rule.rules().get(position), name);
  }

  private static List<Entry> window(SigmaCorrelation rule, List<Entry> sorted, int last) {
    Instant from = sorted.get(last).event().time().minus(rule.timespan());
    return sorted.subList(0, last + 1).stream()
        .filter(entry -> !entry.event().time().isBefore(from))
        .toList();
  }

  private static void ask(
      SigmaCorrelation rule,
      List<String> group,
      List<Entry> window,
      List<Answer> answers,
      List<Occurrence> fired) {
    Event event = window.get(window.size() - 1).event();
    double measured = measured(rule, window);
    boolean holds =
        rule.condition() instanceof Reached reached
            ? reached.isReachedBy(measured)
            : holds(((Expression) rule.condition()).expression(), rule, window);
    if (holds) {
      answers.add(new Answer(rule.title(), group, event.id(), measured));
      Map<String, Object> fields = new HashMap<>();
      for (int i = 0; i < group.size(); i++) {
        fields.put(rule.groupBy().get(i), group.get(i));
      }
      fired.add(new Occurrence(event, fields));
    }
  }

  private static double measured(SigmaCorrelation rule, List<Entry> window) {
    List<Double> numbers = window.stream().flatMap(entry -> entry.numbers().stream()).toList();
    return switch (rule.type()) {
      case EVENT_COUNT -> capped(rule, window.size());
      case VALUE_COUNT ->
          capped(rule, window.stream().flatMap(entry -> entry.texts().stream()).distinct().count());
      case VALUE_SUM -> sum(numbers);
      case VALUE_AVG -> sum(numbers) / numbers.size();
      case VALUE_PERCENTILE ->
          percentile(numbers, ((Reached) rule.condition()).percentile().orElseThrow());
      case VALUE_MEDIAN -> percentile(numbers, 50);
      case TEMPORAL -> seen(window, wanted(rule)).size();
      case TEMPORAL_ORDERED -> longestRow(window, 0, -1, wanted(rule));
    };
  }

  private static double capped(SigmaCorrelation rule, long count) {
    double highest =
        ((Reached) rule.condition())
            .bounds().stream().mapToDouble(Bound::number).max().orElseThrow();
    return Math.min(count, Math.floor(Math.max(0, highest)) + 1);
  }

  private static double sum(List<Double> numbers) {
    return numbers.stream()
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  private static double percentile(List<Double> numbers, int percent) {
    List<Double> sorted = numbers.stream().sorted().toList();
    double rank = percent / 100.0 * (sorted.size() - 1);
    int below = (int) Math.floor(rank);
    int above = (int) Math.ceil(rank);
    return sorted.get(below) + (rank - below) * (sorted.get(above) - sorted.get(below));
  }

  private static Set<Integer> seen(List<Entry> window, Set<Integer> wanted) {
    Set<Integer> seen = new TreeSet<>();
    window.forEach(entry -> seen.addAll(entry.positions()));
    seen.retainAll(wanted);
    return seen;
  }

  private static int longestRow(List<Entry> window, int from, int last, Set<Integer> wanted) {
    int best = 0;
    for (int i = from; i < window.size(); i++) {
      for (int position : window.get(i).positions()) {
        if (position > last && wanted.contains(position)) {
          best = Math.max(best, 1 + longestRow(window, i + 1, position, wanted));
        }
      }
    }
    return best;
  }

  private static boolean holds(Condition condition, SigmaCorrelation rule, List<Entry> window) {
    Set<Integer> all = new TreeSet<>();
    window.forEach(entry -> all.addAll(entry.positions()));
    boolean inOrder =
        !rule.type().sigmaName().equals("temporal_ordered")
            || longestRow(window, 0, -1, wanted(rule)) == seen(window, wanted(rule)).size();
    return inOrder && holds(condition, rule, all);
  }

  private static boolean holds(Condition condition, SigmaCorrelation rule, Set<Integer> seen) {
    if (condition instanceof Condition.And and) {
      return and.operands().stream().allMatch(operand -> holds(operand, rule, seen));
    }
    if (condition instanceof Condition.Or or) {
      return or.operands().stream().anyMatch(operand -> holds(operand, rule, seen));
    }
    if (condition instanceof Condition.Not not) {
      return !holds(not.operand(), rule, seen);
    }
    if (condition instanceof Condition.Some some) {
      return some.searches().stream()
              .filter(name -> seen.contains(rule.rules().indexOf(name)))
              .count()
          >= some.atLeast();
    }
    return seen.contains(rule.rules().indexOf(((Condition.Named) condition).search()));
  }

  /** The rules that the condition wants to be true: all, or those that no {@code not} is before. */
  private static Set<Integer> wanted(SigmaCorrelation rule) {
    Set<Integer> wanted = new TreeSet<>();
    CorrelationCondition condition = rule.condition();
    for (int i = 0; i < rule.rules().size(); i++) {
      if (condition instanceof Reached
          || names(((Expression) condition).expression(), rule.rules().get(i), true)) {
        wanted.add(i);
      }
    }
    return wanted;
  }

  private static boolean names(Condition condition, String rule, boolean positive) {
    if (condition instanceof Condition.And and) {
      return and.operands().stream().anyMatch(operand -> names(operand, rule, positive));
    }
    if (condition instanceof Condition.Or or) {
      return or.operands().stream().anyMatch(operand -> names(operand, rule, positive));
    }
    if (condition instanceof Condition.Not not) {
      return names(not.operand(), rule, !positive);
    }
    return positive
        && (condition instanceof Condition.Some some
            ? some.searches().contains(rule)
            : ((Condition.Named) condition).search().equals(rule));
  }
}
