package io.eventsec.core.correlate.internal;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LongText;
import io.eventsec.core.event.NumberText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What correlations read of an event. */
final class FieldValues {
  /** An event with several values in a group's fields is one of as many groups, but no more. */
  static final int MOST_GROUPS = 32;

  private static final int MOST_CHARACTERS = 512;

  private FieldValues() {}

  /**
   * The groups that an event belongs to: one for each value if a field has several.
   *
   * @return empty if one of the fields is missing
   */
  static List<GroupKey> groups(Event event, List<String> fields) {
    if (fields.isEmpty()) {
      return List.of(GroupKey.ALL);
    }
    String[] values = new String[fields.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = event.value(fields.get(i));
      if (value == null) {
        return List.of();
      }
      if (value instanceof List<?>) {
        return combined(event, fields);
      }
      values[i] = text(value);
    }
    return List.of(new GroupKey(values));
  }

  private static List<GroupKey> combined(Event event, List<String> fields) {
    List<List<String>> rows = List.of(List.of());
    for (String field : fields) {
      rows = combined(rows, texts(event.value(field)));
    }
    return rows.stream().map(row -> new GroupKey(row.toArray(new String[0]))).toList();
  }

  private static List<List<String>> combined(List<List<String>> rows, List<String> values) {
    List<List<String>> longer = new ArrayList<>();
    for (List<String> row : rows) {
      for (String value : values) {
        if (longer.size() < MOST_GROUPS) {
          List<String> next = new ArrayList<>(row);
          next.add(value);
          longer.add(next);
        }
      }
    }
    return longer;
  }

  /** The different values of some fields, taken together; empty if one is missing. */
  static String[] distinct(Event event, List<String> fields) {
    List<GroupKey> values = groups(event, fields);
    return values.stream().map(GroupKey::joined).distinct().toArray(String[]::new);
  }

  /** The finite numbers in a field, of text that is a number too. */
  static double[] numbers(Event event, String field) {
    return numbers(event.value(field));
  }

  static double[] numbers(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().mapToDouble(FieldValues::number).filter(Double::isFinite).toArray();
    }
    double number = value == null ? Double.NaN : number(value);
    return Double.isFinite(number) ? new double[] {number} : Contribution.NO_NUMBERS;
  }

  private static double number(Object value) {
    Number number = NumberText.number(value);
    return number == null ? Double.NaN : number.doubleValue();
  }

  private static List<String> texts(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(FieldValues::text).distinct().toList();
    }
    return value == null ? List.of() : List.of(text(value));
  }

  /** A value as text; one that is very long as its beginning and a digest. */
  private static String text(Object value) {
    return LongText.of(value.toString(), MOST_CHARACTERS);
  }
}
