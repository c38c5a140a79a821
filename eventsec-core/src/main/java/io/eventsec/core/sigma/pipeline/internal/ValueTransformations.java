package io.eventsec.core.sigma.pipeline.internal;

import com.google.re2j.Pattern;
import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.ValueTest;
import io.eventsec.core.sigma.internal.ItemRewriter;
import io.eventsec.core.sigma.internal.Problems;
import io.eventsec.core.sigma.internal.RuleFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Transformations of values; they see a value as the rule has it, before its modifiers. */
final class ValueTransformations {
  static final Map<String, Function<Parameters, Transformation>> KINDS =
      Map.of(
          "replace_string", ValueTransformations::replaceString,
          "map_string", ValueTransformations::mapString,
          "set_value", ValueTransformations::setValue,
          "case", ValueTransformations::letterCase,
          "convert_type", ValueTransformations::convertType,
          "regex", ValueTransformations::regex,
          "wildcard_placeholders", ValueTransformations::wildcards,
          "value_placeholders", ValueTransformations::values);

  private static final String CASED = "cased";

  /** Those that say something of several values, or of the item. */
  private static final Set<String> KEPT = Set.of("all", "neq", CASED);

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern WORD_START = Pattern.compile("([^A-Z])([A-Z])");

  private ValueTransformations() {}

  private static Transformation replaceString(Parameters parameters) {
    RegexReplacement replacement =
        RegexReplacement.of(parameters, parameters.regex("regex"), "replacement");
    boolean runs = parameters.truth("skip_special");
    boolean special = parameters.truth("interpret_special");
    Function<String, String> change =
        runs
            ? text -> PlainText.changedRuns(text, replacement::apply, special)
            : text -> PlainText.changed(text, replacement::apply);
    return ValueChange.ofWholeTexts(text -> List.of(change.apply(text)));
  }

  private static Transformation mapString(Parameters parameters) {
    Map<String, List<String>> mapping = parameters.mapping("mapping");
    return ValueChange.ofTexts(text -> mapping.getOrDefault(text, List.of(text)));
  }

  private static Transformation setValue(Parameters parameters) {
    Scalar value = forced(parameters, parameters.scalar("value"));
    return (Transformation.OfItems)
        (subject, step) -> Optional.of(ItemRewriter.read(with(value, subject.item())));
  }

  private static Scalar forced(Parameters parameters, Scalar value) {
    String type = parameters.optionalText("force_type").orElse("");
    if (type.isEmpty()) {
      return value;
    }
    if (parameters.choice("force_type", List.of("str", "num")).equals("str")) {
      return new Scalar(value.text());
    }
    try {
      return new Scalar(number(value.text()));
    } catch (RuleFault e) {
      parameters.wrong("value", "'value' is no number", "Write one, or 'force_type: str'");
      return value;
    }
  }

  /** What is set is the field's whole value, however the rule compared its own. */
  private static DetectionItem with(Scalar value, DetectionItem item) {
    return new DetectionItem(
        item.field(),
        item.modifiers().stream().filter(KEPT::contains).toList(),
        item.values().stream()
            .map(one -> new ItemValue(one.written(), List.of(value), one.tests()))
            .toList(),
        item.all(),
        item.negated());
  }

  /**
   * Other products have to be told that case does not count; here it does not unless it is said to.
   */
  private static Transformation regex(Parameters parameters) {
    boolean cased =
        parameters
            .choice("method", List.of("ignore_case_brackets", "ignore_case_flag", "plain"))
            .equals("plain");
    return (Transformation.OfItems) (subject, step) -> Optional.of(inCase(subject.item(), cased));
  }

  private static DetectionItem inCase(DetectionItem item, boolean cased) throws RuleFault {
    boolean texts = item.values().stream().allMatch(WholeValues::isText);
    if (!texts || item.modifiers().contains(CASED) == cased) {
      return item;
    }
    List<String> modifiers = new ArrayList<>(item.modifiers());
    modifiers.remove(CASED);
    if (cased) {
      modifiers.add(CASED);
    }
    return ItemRewriter.read(
        new DetectionItem(item.field(), modifiers, item.values(), item.all(), item.negated()));
  }

  private static Transformation letterCase(Parameters parameters) {
    String method = parameters.choice("method", List.of("lower", "upper", "snake_case"));
    return ValueChange.ofTexts(text -> List.of(inCase(text, method)));
  }

  private static Transformation convertType(Parameters parameters) {
    boolean toText = parameters.choice("target_type", List.of("str", "num")).equals("str");
    return ValueChange.of(value -> toText ? texts(value) : numbers(value));
  }

  private static List<Scalar> texts(ItemValue value) {
    boolean isNumber = value.tests().stream().allMatch(test -> test instanceof ValueTest.NumberIs);
    return isNumber
        ? value.alternatives().stream().map(one -> new Scalar(one.text())).toList()
        : value.alternatives();
  }

  private static List<Scalar> numbers(ItemValue value) throws RuleFault {
    if (!value.tests().stream().allMatch(test -> test instanceof ValueTest.Text)) {
      return value.alternatives();
    }
    List<Scalar> numbers = new ArrayList<>();
    for (Scalar one : value.alternatives()) {
      numbers.add(new Scalar(number(one.text())));
    }
    return numbers;
  }

  private static Number number(String text) throws RuleFault {
    try {
      return WHOLE.matcher(text).matches()
          ? (Number) Long.valueOf(text)
          : (Number) Double.valueOf(new BigDecimal(text).doubleValue());
    } catch (NumberFormatException e) {
      throw new RuleFault(
          "The value " + Problems.shown(text) + " is no number that 'convert_type' could make",
          "Limit the transformation to fields with numbers by 'field_name_conditions'");
    }
  }

  private static String inCase(String text, String method) {
    return switch (method) {
      case "upper" -> text.toUpperCase(Locale.ROOT);
      case "snake_case" -> WORD_START.matcher(text).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
      default -> text.toLowerCase(Locale.ROOT);
    };
  }

  private static Transformation wildcards(Parameters parameters) {
    return PlaceholderChange.wildcards(names(parameters));
  }

  private static Transformation values(Parameters parameters) {
    return PlaceholderChange.values(names(parameters));
  }

  /** The placeholders that {@code include} and {@code exclude} leave; not both may be there. */
  private static Predicate<String> names(Parameters parameters) {
    Set<String> included = Set.copyOf(parameters.texts("include"));
    Set<String> excluded = Set.copyOf(parameters.texts("exclude"));
    if (!included.isEmpty() && !excluded.isEmpty()) {
      parameters.wrong("exclude", "'include' and 'exclude' exclude each other", "Keep one of them");
    }
    return name -> (included.isEmpty() || included.contains(name)) && !excluded.contains(name);
  }
}
