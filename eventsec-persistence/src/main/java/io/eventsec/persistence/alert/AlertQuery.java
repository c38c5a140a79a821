package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import java.util.Optional;
import java.util.Set;

/**
 * Which alerts to list.
 *
 * @param tenant whose
 * @param statuses any of these; empty for all
 * @param severities any of these; empty for all
 * @param ruleId of that rule only
 * @param text that occurs in title, source or entities, in any case; 1 to 200 characters
 * @param cursor {@link Page#nextCursor()} of the page before
 * @param limit at most so many, 1 to 200
 */
public record AlertQuery(
    Tenant tenant,
    Set<AlertStatus> statuses,
    Set<Severity> severities,
    Optional<String> ruleId,
    Optional<String> text,
    Optional<String> cursor,
    int limit) {
  private static final int MOST = 200;

  /**
   * Copies the sets and checks the bounds.
   *
   * @throws IllegalArgumentException if limit or text are out of bounds
   */
  public AlertQuery {
    statuses = Set.copyOf(statuses);
    severities = Set.copyOf(severities);
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("Limit " + limit + ": ask for 1 to " + MOST + " alerts");
    }
    if (text.isPresent() && (text.get().isEmpty() || text.get().length() > MOST)) {
      throw new IllegalArgumentException(
          "Search text of " + text.get().length() + " characters: use 1 to " + MOST);
    }
  }

  /** The first page of all alerts of a tenant. */
  public static AlertQuery all(Tenant tenant, int limit) {
    return new AlertQuery(
        tenant, Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
  }

  /** The same, of these statuses only. */
  public AlertQuery withStatuses(Set<AlertStatus> wanted) {
    return new AlertQuery(tenant, wanted, severities, ruleId, text, cursor, limit);
  }

  /** The same, of these severities only. */
  public AlertQuery withSeverities(Set<Severity> wanted) {
    return new AlertQuery(tenant, statuses, wanted, ruleId, text, cursor, limit);
  }

  /** The same, of that rule only. */
  public AlertQuery withRuleId(String wanted) {
    return new AlertQuery(tenant, statuses, severities, Optional.of(wanted), text, cursor, limit);
  }

  /** The same, with that text in them. */
  public AlertQuery withText(String wanted) {
    return new AlertQuery(tenant, statuses, severities, ruleId, Optional.of(wanted), cursor, limit);
  }

  /** The same, from that cursor on. */
  public AlertQuery withCursor(String from) {
    return new AlertQuery(tenant, statuses, severities, ruleId, text, Optional.of(from), limit);
  }
}
