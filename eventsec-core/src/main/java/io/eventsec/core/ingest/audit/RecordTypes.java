package io.eventsec.core.ingest.audit;

import java.util.HashMap;
import java.util.Map;

/** The kinds of audit records and their numbers. */
final class RecordTypes {
  private static final Map<Integer, String> NAMES = NumberedNames.read("record-types.txt");
  private static final Map<String, Integer> NUMBERS = numbers();

  private static final int FIRST_OF_KERNEL_EVENTS = 1_300;
  private static final int FIRST_OF_LABELS = 1_406;
  private static final int LAST_OF_LABELS = 1_499;
  private static final int KERNEL = 2_000;
  private static final int MOST_DIGITS = 4;

  private RecordTypes() {}

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    NAMES.forEach((number, name) -> numbers.put(name, number));
    return numbers;
  }

  /** The name where a record has the number, as the kernel's own log has. */
  static String name(String type) {
    return isNumber(type) ? NAMES.getOrDefault(Integer.parseInt(type), type) : type;
  }

  /** True if a record of this type is an event by itself; others come in groups. */
  static boolean standsAlone(String type) {
    int number = number(type);
    return number >= 0 && number < FIRST_OF_KERNEL_EVENTS
        || number >= FIRST_OF_LABELS && number <= LAST_OF_LABELS
        || number >= KERNEL;
  }

  /** -1 if nobody knows. */
  private static int number(String type) {
    String inside =
        type.startsWith("UNKNOWN[") && type.endsWith("]")
            ? type.substring("UNKNOWN[".length(), type.length() - 1)
            : type;
    return isNumber(inside) ? Integer.parseInt(inside) : NUMBERS.getOrDefault(type, -1);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.length() <= MOST_DIGITS && AuditText.isDigits(text);
  }
}
