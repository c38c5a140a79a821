package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import java.util.regex.Pattern;

/**
 * A user to be created.
 *
 * @param tenant whose user
 * @param username 3 to 64 of {@code a-z 0-9 . _ -}, unique in the tenant
 * @param displayName 1 to 200 characters
 * @param role what the user is
 * @param passwordHash salted and slow, in a form that says how it was made
 */
public record NewUser(
    Tenant tenant, String username, String displayName, Role role, String passwordHash) {
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{3,64}");
  private static final int LONGEST_DISPLAY_NAME = 200;

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public NewUser {
    if (!USERNAME.matcher(username).matches()) {
      throw new IllegalArgumentException(
          "User name '" + username + "' is not valid: use 3 to 64 of a-z, 0-9, '.', '_' and '-'");
    }
    if (displayName.isEmpty() || displayName.length() > LONGEST_DISPLAY_NAME) {
      throw new IllegalArgumentException(
          "Display name of "
              + displayName.length()
              + " characters: use 1 to "
              + LONGEST_DISPLAY_NAME);
    }
  }

  /** Everything but the hash. */
  @Override
  public String toString() {
    return "NewUser[" + tenant + '/' + username + ", " + role + ']';
  }
}
