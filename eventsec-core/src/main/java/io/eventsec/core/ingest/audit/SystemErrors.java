package io.eventsec.core.ingest.audit;

import java.util.Map;
import java.util.Optional;

/** The names of what system calls answer when they fail: {@code -13} is {@code EACCES}. */
public final class SystemErrors {
  private static final Map<Integer, String> NAMES = NumberedNames.read("errors.txt");
  private static final int MOST_DIGITS = 4;

  private SystemErrors() {}

  /** The name of an answer; empty if it is no error. */
  public static Optional<String> name(String exit) {
    String number = exit.startsWith("-") ? exit.substring(1) : "";
    return number.isEmpty() || number.length() > MOST_DIGITS || !AuditText.isDigits(number)
        ? Optional.empty()
        : Optional.ofNullable(NAMES.get(Integer.parseInt(number)));
  }
}
