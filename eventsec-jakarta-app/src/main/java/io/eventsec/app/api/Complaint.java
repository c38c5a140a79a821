package io.eventsec.app.api;

import io.eventsec.app.http.FieldError;
import io.eventsec.app.http.ProblemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a record or repository says about a value it refuses, as an error of a field. Their messages
 * end with the cure, behind a colon or semicolon and as an order.
 */
final class Complaint {
  private static final Pattern CURE =
      Pattern.compile("(?s)(.*)[:;] ((?:use|give|send|say|choose|begin|open|add) .*)");
  private static final String NO_CURE = "Send another value.";

  private Complaint() {}

  static FieldError error(String field, String value, IllegalArgumentException complaint) {
    String message = String.valueOf(complaint.getMessage());
    Matcher parts = CURE.matcher(message);
    boolean cured = parts.matches();
    return new FieldError(
        field,
        Values.shown(value),
        Values.shown(cured ? parts.group(1) : message),
        cured ? sentence(Values.shown(parts.group(2))) : NO_CURE);
  }

  static ProblemException problem(String field, String value, IllegalArgumentException complaint) {
    return ProblemException.invalid(List.of(error(field, value, complaint)));
  }

  private static String sentence(String cure) {
    return Character.toUpperCase(cure.charAt(0)) + cure.substring(1) + '.';
  }
}
