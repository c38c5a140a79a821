package io.eventsec.persistence.incident;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Limits;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which incidents to list.
 *
 * @param tenant whose
 * @param statuses any of these; empty for all
 * @param severities any of these; empty for all
 * @param owner of that user's only
 * @param assignee of those only on which that user works
 * @param alert of those only that alert is part of
 * @param cursor {@link Page#nextCursor()} of the page before
 * @param limit at most so many, 1 to 200
 */
public record IncidentQuery(
    Tenant tenant,
    Set<IncidentStatus> statuses,
    Set<Severity> severities,
    Optional<UUID> owner,
    Optional<UUID> assignee,
    Optional<AlertId> alert,
    Optional<String> cursor,
    int limit) {
  private static final int MOST = 200;

  /**
   * Copies the sets and checks the limit.
   *
   * @throws IllegalArgumentException if the limit is out of bounds
   */
  public IncidentQuery {
    statuses = Set.copyOf(statuses);
    severities = Set.copyOf(severities);
    Limits.rows(limit, MOST, "incidents");
  }

  /** The first page of all incidents of a tenant. */
  public static IncidentQuery all(Tenant tenant, int limit) {
    return new IncidentQuery(
        tenant,
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit);
  }

  /** The same, of these statuses only. */
  public IncidentQuery withStatuses(Set<IncidentStatus> wanted) {
    return new IncidentQuery(tenant, wanted, severities, owner, assignee, alert, cursor, limit);
  }

  /** The same, of these severities only. */
  public IncidentQuery withSeverities(Set<Severity> wanted) {
    return new IncidentQuery(tenant, statuses, wanted, owner, assignee, alert, cursor, limit);
  }

  /** The same, of that owner only. */
  public IncidentQuery withOwner(UUID wanted) {
    return new IncidentQuery(
        tenant, statuses, severities, Optional.of(wanted), assignee, alert, cursor, limit);
  }

  /** The same, of that assignee only. */
  public IncidentQuery withAssignee(UUID wanted) {
    return new IncidentQuery(
        tenant, statuses, severities, owner, Optional.of(wanted), alert, cursor, limit);
  }

  /** The same, of those only that alert is part of. */
  public IncidentQuery withAlert(AlertId wanted) {
    return new IncidentQuery(
        tenant, statuses, severities, owner, assignee, Optional.of(wanted), cursor, limit);
  }

  /** The same, from that cursor on. */
  public IncidentQuery withCursor(String from) {
    return new IncidentQuery(
        tenant, statuses, severities, owner, assignee, alert, Optional.of(from), limit);
  }
}
