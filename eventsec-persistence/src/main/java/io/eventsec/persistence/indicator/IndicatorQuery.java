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
  }

  /** The first page of all indicators of a tenant. */
  public static IndicatorQuery all(Tenant tenant, int limit) {
    return new IndicatorQuery(tenant, Filter.ALL, Optional.empty(), limit);
  }

  /** The same, of that kind only. */
  public IndicatorQuery withKind(IndicatorKind wanted) {
    return with(
        new Filter(
            Optional.of(wanted),
            filter.value,
            filter.source,
            filter.feed,
            filter.text,
            filter.inForceAt));
  }

  /** The same, with that value only. */
  public IndicatorQuery withValue(String wanted) {
    return with(
        new Filter(
            filter.kind,
            Optional.of(wanted),
            filter.source,
            filter.feed,
            filter.text,
            filter.inForceAt));
  }

  /** The same, of that source only. */
  public IndicatorQuery withSource(String wanted) {
    return with(
        new Filter(
            filter.kind,
            filter.value,
            Optional.of(wanted),
            filter.feed,
            filter.text,
            filter.inForceAt));
  }

  /** The same, of that feed only. */
  public IndicatorQuery withFeed(String wanted) {
    return with(
        new Filter(
            filter.kind,
            filter.value,
            filter.source,
            Optional.of(wanted),
            filter.text,
            filter.inForceAt));
  }

  /** The same, with that text only. */
  public IndicatorQuery withText(String wanted) {
    return with(
        new Filter(
            filter.kind,
            filter.value,
            filter.source,
            filter.feed,
            Optional.of(wanted),
            filter.inForceAt));
  }

  /** The same, of those only that are in force then. */
  public IndicatorQuery inForceAt(Instant moment) {
    return with(
        new Filter(
            filter.kind,
            filter.value,
            filter.source,
            filter.feed,
            filter.text,
            Optional.of(moment)));
  }

  /** The same, from that cursor on. */
  public IndicatorQuery withCursor(String from) {
    return new IndicatorQuery(tenant, filter, Optional.of(from), limit);
  }

  private IndicatorQuery with(Filter other) {
    return new IndicatorQuery(tenant, other, cursor, limit);
  }
}
