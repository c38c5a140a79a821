package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Limits;
import java.time.Instant;
import java.util.Optional;

/**
 * Which indicators to list.
 *
 * @param tenant whose
 * @param kind of that kind only
 * @param value with exactly that value only, in the spelling of its kind
 * @param source of that source only
 * @param inForceAt of those only that are in force at that moment
 * @param cursor {@link Page#nextCursor()} of the page before
 * @param limit at most so many, 1 to 200
 */
public record IndicatorQuery(
    Tenant tenant,
    Optional<IndicatorKind> kind,
    Optional<String> value,
    Optional<String> source,
    Optional<Instant> inForceAt,
    Optional<String> cursor,
    int limit) {
  private static final int MOST = 200;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  public IndicatorQuery {
    Limits.rows(limit, MOST, "indicators");
  }

  /** The first page of all indicators of a tenant. */
  public static IndicatorQuery all(Tenant tenant, int limit) {
    return new IndicatorQuery(
        tenant,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit);
  }

  /** The same, of that kind only. */
  public IndicatorQuery withKind(IndicatorKind wanted) {
    return new IndicatorQuery(tenant, Optional.of(wanted), value, source, inForceAt, cursor, limit);
  }

  /** The same, with that value only. */
  public IndicatorQuery withValue(String wanted) {
    return new IndicatorQuery(tenant, kind, Optional.of(wanted), source, inForceAt, cursor, limit);
  }

  /** The same, of that source only. */
  public IndicatorQuery withSource(String wanted) {
    return new IndicatorQuery(tenant, kind, value, Optional.of(wanted), inForceAt, cursor, limit);
  }

  /** The same, of those only that are in force then. */
  public IndicatorQuery inForceAt(Instant moment) {
    return new IndicatorQuery(tenant, kind, value, source, Optional.of(moment), cursor, limit);
  }

  /** The same, from that cursor on. */
  public IndicatorQuery withCursor(String from) {
    return new IndicatorQuery(tenant, kind, value, source, inForceAt, Optional.of(from), limit);
  }
}
