package io.eventsec.core.event;

import java.util.regex.Pattern;

/**
 * Whose data it is. Every event, alert, query and stored row belongs to exactly one tenant.
 *
 * @param id 1 to 64 characters of {@code [a-z0-9_-]}, starting with a letter or digit
 */
public record Tenant(String id) {
  private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  /** The tenant of an installation that has only one. */
  public static final Tenant DEFAULT = new Tenant("default");

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException if the id breaks the rule above
   */
  public Tenant {
    if (!VALID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "Tenant id '"
              + id
              + "' is not valid: use 1 to 64 of a-z, 0-9, '_' and '-', a letter or digit first");
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
