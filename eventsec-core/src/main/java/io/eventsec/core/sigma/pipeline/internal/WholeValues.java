package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.TextPattern;
import io.eventsec.core.sigma.ast.ValueTest;
import java.util.List;
import java.util.Set;

/**
 * The texts of an item as pipelines see them, which is as pySigma has them: {@code contains},
 * {@code startswith} and {@code endswith} are wildcards at their ends. Values that are spelt or
 * encoded in other ways, and those that are no text, are as the rule has them.
 */
final class WholeValues {
  private static final String CONTAINS = "contains";
  private static final String STARTS = "startswith";
  private static final String ENDS = "endswith";
  private static final Set<String> POSITIONS = Set.of(CONTAINS, STARTS, ENDS);

  /** Those that leave a text as it is. */
  private static final Set<String> PLAIN =
      Set.of(CONTAINS, STARTS, ENDS, "all", "neq", "cased", "expand");

  private WholeValues() {}

  /** The item that asks for the same without those modifiers; itself if it has none of them. */
  static DetectionItem of(DetectionItem item) {
    List<String> modifiers = item.modifiers();
    if (!PLAIN.containsAll(modifiers) || modifiers.stream().noneMatch(POSITIONS::contains)) {
      return item;
    }
    return new DetectionItem(
        item.field(),
        modifiers.stream().filter(name -> !POSITIONS.contains(name)).toList(),
        item.values().stream().map(value -> whole(value, modifiers)).toList(),
        item.all(),
        item.negated());
  }

  /** The tests stay, for they ask for that already. */
  private static ItemValue whole(ItemValue value, List<String> modifiers) {
    return new ItemValue(
        value.written(),
        value.alternatives().stream().map(one -> new Scalar(whole(one.text(), modifiers))).toList(),
        value.tests());
  }

  private static String whole(String text, List<String> modifiers) {
    TextPattern pattern = TextPattern.parse(text);
    boolean openStart = !modifiers.contains(STARTS) && !isAnyRun(pattern, 0);
    boolean openEnd = !modifiers.contains(ENDS) && !isAnyRun(pattern, pattern.length() - 1);
    // As text that means the same with a star behind it: a backslash at the end is doubled.
    String closed = openEnd ? pattern + "*" : text;
    return openStart ? '*' + closed : closed;
  }

  private static boolean isAnyRun(TextPattern pattern, int index) {
    return pattern.length() > 0 && pattern.element(index) == TextPattern.ANY_RUN;
  }

  /** True if it is compared as text, or will be once its placeholders have values. */
  static boolean isText(ItemValue value) {
    return value.tests().stream()
        .allMatch(test -> test instanceof ValueTest.Text || test instanceof ValueTest.Placeholder);
  }
}
