package io.eventsec.persistence.audit;

import io.eventsec.persistence.internal.Limits;
import java.util.regex.Pattern;

/**
 * What was acted on.
 *
 * @param kind what it is: {@code incident}, {@code user}; 1 to 50 of {@code a-z 0-9 _ -}
 * @param id which, at most 300 characters; empty if there is only one of its kind
 */
public record AuditObject(String kind, String id) {
  private static final Pattern KIND = Pattern.compile("[a-z0-9_-]{1,50}");
  private static final int LONGEST_ID = 300;

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public AuditObject {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException(
          "Kind of object '" + kind + "' is not valid: use 1 to 50 of a-z, 0-9, '_' and '-'");
    }
    Limits.length("Id of an object", id, 0, LONGEST_ID);
  }
}
