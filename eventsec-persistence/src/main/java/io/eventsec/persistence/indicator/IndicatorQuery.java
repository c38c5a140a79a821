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
 * @param filter which of them
 * @param cursor {@link Page#nextCursor()} of the page before
 * @param limit at most so many, 1 to 1,000
 */
public record IndicatorQuery(Tenant tenant, Filter filter, Optional<String> cursor, int limit) {
  private static final int MOST = 1000;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  public IndicatorQuery {
    Limits.rows(limit, MOST, "indicators");
  }

  /**
   * Which of the indicators; those fit that fit all of it.
   *
   * @param kind of that kind only
   * @param value with exactly that value only, in the spelling of its kind
   * @param source of that source only
   * @param feed of that feed only
   * @param text with that text in value, name, description or object only, whatever the case
   * @param inForceAt of those only that are in force at that moment
   */
  public record Filter(
      Optional<IndicatorKind> kind,
      Optional<String> value,
      Optional<String> source,
      Optional<String> feed,
      Optional<String> text,
      Optional<Instant> inForceAt) {
    /** All of them. */
    public static final Filter ALL =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The same, of that kind only. */
    public Filter withKind(IndicatorKind wanted) {
      return new Filter(Optional.of(wanted), value, source, feed, text, inForceAt);
    }

    /** The same, with that value only. */
    public Filter withValue(String wanted) {
      return new Filter(kind, Optional.of(wanted), source, feed, text, inForceAt);
    }

    /** The same, of that source only. */
    public Filter withSource(String wanted) {
      return new Filter(kind, value, Optional.of(wanted), feed, text, inForceAt);
    }

    /** The same, of that feed only. */
    public Filter withFeed(String wanted) {
      return new Filter(kind, value, source, Optional.of(wanted), text, inForceAt);
    }

    /** The same, with that text only. */
    public Filter withText(String wanted) {
      return new Filter(kind, value, source, feed, Optional.of(wanted), inForceAt);
    }

    /** The same, of those only that are in force then. */
    public Filter inForceAt(Instant moment) {
      return new Filter(kind, value, source, feed, text, Optional.of(moment));
    }
  }

  /** The first page of all indicators of a tenant. */
  public static IndicatorQuery all(Tenant tenant, int limit) {
    return new IndicatorQuery(tenant, Filter.ALL, Optional.empty(), limit);
  }

  /** The same, of those only that fit. */
  public IndicatorQuery with(Filter wanted) {
    return new IndicatorQuery(tenant, wanted, cursor, limit);
  }

  /** The same, from that cursor on. */
  public IndicatorQuery withCursor(String from) {
    return new IndicatorQuery(tenant, filter, Optional.of(from), limit);
  }
}
