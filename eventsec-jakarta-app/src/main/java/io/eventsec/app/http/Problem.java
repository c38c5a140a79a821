package io.eventsec.app.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer, RFC 9457.
 *
 * @param type names the kind of problem
 * @param title the kind, for people
 * @param status the HTTP status
 * @param detail what happened this time and what to do; never a stack trace
 * @param instance the path that was asked for
 * @param correlationId finds the log lines
 * @param errors what is wrong with the values given; null if it is not about values
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String correlationId,
    @Nullable List<FieldError> errors) {
  private static final String PREFIX = "urn:eventsec:problem:";

  /** Its media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The type of a code. */
  static String type(String code) {
    return PREFIX + code;
  }

  /** The code in the type. */
  String code() {
    return type.substring(PREFIX.length());
  }
}
