package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.ast.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What may be asked of a rule. */
final class RuleConditions {
  static final Map<String, Function<Parameters, Predicate<RuleRun>>> KINDS =
      SharedConditions.and(
          Map.of(
              "logsource", RuleConditions::logsource,
              "contains_detection_item", RuleConditions::containsItem,
              "contains_field", RuleConditions::containsField,
              "rule_attribute", RuleConditions::attribute,
              "tag", RuleConditions::tag,
              "is_sigma_rule", parameters -> run -> true,
              "is_sigma_correlation_rule", parameters -> run -> false));

  private static final List<String> LEVELS =
      List.of("informational", "low", "medium", "high", "critical");

  /** From the least that can be relied upon. */
  private static final List<String> STATUSES =
      List.of("unsupported", "deprecated", "experimental", "test", "stable");

  private static final String NO_RANK = "-1";

  private RuleConditions() {}

  private static Predicate<RuleRun> logsource(Parameters parameters) {
    LogsourcePattern pattern = LogsourcePattern.of(parameters);
    return run -> pattern.agrees(run.logsource());
  }

  private static Predicate<RuleRun> containsItem(Parameters parameters) {
    String field = parameters.text("field");
    Scalar value = parameters.scalar("value");
    return run ->
        run.detection()
            .items()
            .filter(item -> item.field().equals(field))
            .flatMap(SeenValue::of)
            .anyMatch(found -> found.is(value));
  }

  private static Predicate<RuleRun> containsField(Parameters parameters) {
    String field = parameters.text("field");
    return run -> run.detection().items().anyMatch(item -> item.field().equals(field));
  }

  private static Predicate<RuleRun> tag(Parameters parameters) {
    String tag = parameters.text("tag");
    return run -> run.metadata().list("tags").contains(tag);
  }

  private static Predicate<RuleRun> attribute(Parameters parameters) {
    String attribute = parameters.text("attribute");
    Comparison comparison = Comparison.of(parameters, "value");
    return switch (attribute) {
      case "level" ->
          ranked(parameters, comparison, LEVELS, run -> run.metadata().level().sigmaName());
      case "status" ->
          ranked(parameters, comparison, STATUSES, run -> run.metadata().text("status").orElse(""));
      case "date", "modified" -> {
        Comparison days =
            new Comparison(
                comparison.operator(),
                comparison.wanted().stream().map(RuleConditions::day).toList());
        yield run ->
            days.holds(run.metadata().text(attribute).map(RuleConditions::day).stream().toList());
      }
      default -> run -> holds(run, attribute, comparison);
    };
  }

  /** Words that are compared by their place in a row. */
  private static Predicate<RuleRun> ranked(
      Parameters parameters,
      Comparison comparison,
      List<String> row,
      Function<RuleRun, String> word) {
    List<String> wanted = comparison.wanted().stream().map(one -> rank(one, row)).toList();
    if (wanted.contains(NO_RANK)) {
      parameters.wrong("value", "That is none", "Write one of " + String.join(", ", row));
    }
    Comparison ranks = new Comparison(comparison.operator(), wanted);
    return run -> {
      String rank = rank(word.apply(run), row);
      return !rank.equals(NO_RANK) && ranks.holds(rank);
    };
  }

  private static String rank(String word, List<String> row) {
    return Integer.toString(row.indexOf(word.toLowerCase(Locale.ROOT)));
  }

  /** Older rules write days with slashes. */
  private static String day(String text) {
    return text.replace('/', '-');
  }

  /** A list has a value or not; it never equals one. */
  private static boolean holds(RuleRun run, String attribute, Comparison comparison) {
    SigmaMetadata metadata = run.metadata();
    Object custom = metadata.custom().get(attribute);
    if (metadata.lists().containsKey(attribute)) {
      return comparison.holdsOfList(metadata.list(attribute));
    }
    if (custom instanceof List<?> list) {
      return comparison.holdsOfList(list.stream().map(String::valueOf).toList());
    }
    return comparison.holds(
        switch (attribute) {
          case "title" -> List.of(metadata.title());
          case "id" -> List.of(run.id());
          default -> metadata.text(attribute).or(() -> text(custom)).stream().toList();
        });
  }

  private static Optional<String> text(@Nullable Object custom) {
    return Optional.ofNullable(custom).map(Object::toString);
  }
}
