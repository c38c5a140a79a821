package io.eventsec.core.vuln.finding;

import java.time.Instant;

/**
 * Somebody answers for living with a finding, for a time.
 *
 * @param owner who, 1 to 200 characters
 * @param reason why, 1 to 4,000 characters
 * @param until from when on it no longer counts
 */
public record RiskAcceptance(String owner, String reason, Instant until) {
  private static final int LONGEST_OWNER = 200;
  private static final int LONGEST_REASON = 4_000;

  /**
   * Checks the texts.
   *
   * @throws IllegalArgumentException if one is blank or too long, naming it and the rule
   */
  public RiskAcceptance {
    check("owner", owner, LONGEST_OWNER);
    check("reason", reason, LONGEST_REASON);
  }

  private static void check(String what, String text, int longest) {
    if (text.isBlank() || text.length() > longest) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " of an acceptance has "
              + (text.isBlank() ? "nothing in it" : text.length() + " characters")
              + "; write 1 to "
              + longest
              + " characters");
    }
  }

  /** True if it no longer counts at that moment. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(until);
  }
}
