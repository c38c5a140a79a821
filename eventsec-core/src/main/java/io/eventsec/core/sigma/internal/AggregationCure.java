package io.eventsec.core.sigma.internal;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;

/** The correlation that says what a rule of Sigma's first version asks for behind a bar. */
final class AggregationCure {
  private static final String ANY =
      "Write a correlation rule: event_count, value_count or temporal";

  private static final Pattern FORM =
      Pattern.compile(
          "\\|\\s*(count|sum|avg)\\(\\s*([^()\\s]*)\\s*\\)(?:\\s+by\\s+([^<>=|]+?))?"
              + "\\s*(>=|<=|==|=|>|<)\\s*([0-9]+)\\s*");
  private static final Map<String, String> BOUNDS =
      Map.of(">=", "gte", "<=", "lte", ">", "gt", "<", "lt", "=", "eq", "==", "eq");

  private static final int FUNCTION = 1;
  private static final int FIELD = 2;
  private static final int GROUP = 3;
  private static final int RELATION = 4;
  private static final int NUMBER = 5;

  private AggregationCure() {}

  /**
   * What to write instead.
   *
   * @param aggregation the condition from the bar on
   */
  static String of(String aggregation) {
    Matcher found = FORM.matcher(aggregation);
    if (!found.matches() || (found.group(FIELD).isEmpty() && !isCount(found))) {
      return ANY;
    }
    String field = found.group(FIELD);
    String group = found.group(GROUP);
    return "Write a correlation over the rule: 'type: "
        + (field.isEmpty() ? "event_count" : "value_" + found.group(FUNCTION))
        + "'"
        + (group == null ? "" : ", 'group-by: [" + group.strip() + "]'")
        + ", 'timespan', 'condition: {"
        + (field.isEmpty() ? "" : "field: " + field + ", ")
        + BOUNDS.get(found.group(RELATION))
        + ": "
        + found.group(NUMBER)
        + "}'";
  }

  private static boolean isCount(Matcher found) {
    return found.group(FUNCTION).equals("count");
  }
}
