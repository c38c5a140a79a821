package io.eventsec.persistence.audit;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Limits;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Something that somebody did or wanted to do.
 *
 * @param tenant in which tenant
 * @param actorId the user, if it was a known one
 * @param actor by what name, 1 to 200 characters; what was typed, if it was no known user
 * @param action what, as words between dots: {@code incident.close}; at most 100 characters
 * @param object to what
 * @param outcome how it came out
 * @param remoteAddress from where, at most 100 characters; empty if from nowhere
 * @param correlationId of the request, at most 100 characters; empty if there was none
 * @param details more, by name: at most 50, 16,000 characters in all, no secrets
 */
public record AuditEntry(
    Tenant tenant,
    Optional<UUID> actorId,
    String actor,
    String action,
    AuditObject object,
    AuditOutcome outcome,
    String remoteAddress,
    String correlationId,
    Map<String, String> details) {
  private static final Pattern ACTION = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");
  private static final int LONGEST = 100;
  private static final int LONGEST_ACTOR = 200;
  private static final int MOST_DETAILS = 50;
  private static final int LONGEST_DETAILS = 16_000;

  /**
   * Copies the map and checks the bounds.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public AuditEntry {
    Limits.length("Actor", actor, 1, LONGEST_ACTOR);
    if (action.length() > LONGEST || !ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException(
          "Action '" + action + "' is not valid: use a-z and 0-9 in words joined by '.', '_', '-'");
    }
    Limits.length("Remote address", remoteAddress, 0, LONGEST);
    Limits.length("Correlation id", correlationId, 0, LONGEST);
    details = Map.copyOf(details);
    int length =
        details.entrySet().stream()
            .mapToInt(e -> e.getKey().length() + e.getValue().length())
            .sum();
    if (details.size() > MOST_DETAILS || length > LONGEST_DETAILS) {
      throw new IllegalArgumentException(
          details.size()
              + " details of "
              + length
              + " characters: give at most "
              + MOST_DETAILS
              + " of "
              + LONGEST_DETAILS);
    }
  }

  /** An entry of something done, without more. */
  public static AuditEntry done(
      Tenant tenant, UUID actorId, String actor, String action, AuditObject object) {
    return new AuditEntry(
        tenant, Optional.of(actorId), actor, action, object, AuditOutcome.DONE, "", "", Map.of());
  }
}
