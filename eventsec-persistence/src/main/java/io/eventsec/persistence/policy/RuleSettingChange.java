package io.eventsec.persistence.policy;

import io.eventsec.core.policy.RuleSetting;
import java.util.UUID;

/**
 * A decision about a rule.
 *
 * @param setting what shall hold from now on
 * @param expectedRevision the revision that the user saw; 0 if nothing had been decided
 * @param reason why, 1 to 1,000 characters
 * @param userId who decides
 */
public record RuleSettingChange(
    RuleSetting setting, int expectedRevision, String reason, UUID userId) {
  /** The most characters of a reason. */
  public static final int MOST_CHARACTERS = 1_000;

  /**
   * Checks the reason.
   *
   * @throws IllegalArgumentException if it is empty or too long
   */
  public RuleSettingChange {
    checkReason(reason);
  }

  /**
   * Checks a reason.
   *
   * @throws IllegalArgumentException if it is empty or too long
   */
  public static void checkReason(String reason) {
    if (reason.isBlank() || reason.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "has "
              + reason.strip().length()
              + " characters: give a reason of 1 to "
              + MOST_CHARACTERS);
    }
  }
}
