package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts a tenant's alerts: three statements, whatever there is to count. */
final class AlertCounting {
  private static final String BY_SEVERITY =
      """
      select a.severity, count(a) from AlertEntity a
      where a.tenant = :tenant and a.raisedAt >= :since group by a.severity""";

  private static final String BY_RULE =
      """
      select rule_id, (array_agg(title order by raised_at desc))[1] as title,
        (array_agg(severity order by raised_at desc))[1] as severity, count(*) as alerts
      from alerts where tenant = :tenant and raised_at >= :since
      group by rule_id order by count(*) desc, rule_id limit 1000""";

  private final EntityManager entities;
  private final Tenant tenant;
  private final Instant since;

  AlertCounting(EntityManager entities, Tenant tenant, Instant since) {
    this.entities = entities;
    this.tenant = tenant;
    this.since = since;
  }

  AlertCounts run() {
    Map<Severity, Long> bySeverity = bySeverity();
    long total = bySeverity.values().stream().mapToLong(Long::longValue).sum();
    return new AlertCounts(total, open(), bySeverity, byRule());
  }

  private Map<Severity, Long> bySeverity() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0L);
    }
    entities
        .createQuery(BY_SEVERITY, Tuple.class)
        .setParameter("tenant", tenant.id())
        .setParameter("since", since)
        .getResultStream()
        .forEach(row -> counts.put(row.get(0, Severity.class), row.get(1, Long.class)));
    return counts;
  }

  private long open() {
    return entities
        .createQuery(
            """
            select count(a) from AlertEntity a
            where a.tenant = :tenant and a.status = :status""",
            Long.class)
        .setParameter("tenant", tenant.id())
        .setParameter("status", AlertStatus.OPEN)
        .getSingleResult();
  }

  @SuppressWarnings("unchecked") // a native query knows the class of its rows only at run time
  private List<AlertCounts.RuleCount> byRule() {
    List<Tuple> rows =
        entities
            .createNativeQuery(BY_RULE, Tuple.class)
            .setParameter("tenant", tenant.id())
            .setParameter("since", since)
            .getResultList();
    return rows.stream().map(AlertCounting::ruleCount).toList();
  }

  private static AlertCounts.RuleCount ruleCount(Tuple row) {
    int severity = ((Number) row.get("severity")).intValue();
    return new AlertCounts.RuleCount(
        row.get("rule_id", String.class),
        row.get("title", String.class),
        Severity.values()[severity],
        ((Number) row.get("alerts")).longValue());
  }
}
