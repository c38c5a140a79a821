package io.eventsec.search;

import io.eventsec.core.event.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to look for among one tenant's events. Immutable: each {@code with} method answers another
 * query.
 *
 * @param tenant whose events; nothing in a query reaches another tenant's
 * @param from events at or after this time; years 0 to 9999
 * @param to events before this time
 * @param text words that the raw record or the message must have, empty for any; {@code "two
 *     words"} is a phrase, {@code |} is or, {@code -} is not, {@code ( )} group; at most 1,000
 *     characters and 64 words
 * @param filters at most 20; those of one field are alternatives, all fields must be met
 * @param cursor {@link EventPage#nextCursor()} of the page before, empty for the first
 * @param limit events a page, 1 to 200
 */
public record EventQuery(
    Tenant tenant,
    Instant from,
    Instant to,
    String text,
    List<EventFilter> filters,
    Optional<String> cursor,
    int limit) {
  private static final int DEFAULT_LIMIT = 50;
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");
  private static final int MAX_LIMIT = 200;
  private static final int MAX_FILTERS = 20;
  private static final int MAX_TEXT = 1_000;
  private static final int MAX_WORDS = 64;

  /**
   * Copies the filters and checks the bounds.
   *
   * @throws InvalidQueryException if a bound above is broken or {@code from} is not before {@code
   *     to}
   */
  public EventQuery {
    filters = List.copyOf(filters);
    if (!from.isBefore(to)) {
      throw new InvalidQueryException(
          "time",
          "The time range from " + from + " to " + to + " is empty; from must be before to");
    }
    if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
      throw new InvalidQueryException(
          "time", "The time range from " + from + " to " + to + " leaves the years 0 to 9999");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidQueryException("limit", "Limit " + limit + " is not in 1 to 200");
    }
    if (filters.size() > MAX_FILTERS) {
      throw new InvalidQueryException(
          "filter", filters.size() + " filters are too many; a query takes 20");
    }
    checkText(text);
  }

  /** Any event of the tenant in that time, newest first, 50 a page. */
  public static EventQuery of(Tenant tenant, Instant from, Instant to) {
    return new EventQuery(tenant, from, to, "", List.of(), Optional.empty(), DEFAULT_LIMIT);
  }

  /** The same with that text. */
  public EventQuery withText(String value) {
    return new EventQuery(tenant, from, to, value, filters, cursor, limit);
  }

  /** The same with one filter more. */
  public EventQuery withFilter(EventFilter filter) {
    List<EventFilter> all = new ArrayList<>(filters);
    all.add(filter);
    return new EventQuery(tenant, from, to, text, all, cursor, limit);
  }

  /** The same with one filter more. */
  public EventQuery withFilter(String field, String value) {
    return withFilter(new EventFilter(field, value));
  }

  /** The same from that cursor on. */
  public EventQuery withCursor(String value) {
    return new EventQuery(tenant, from, to, text, filters, Optional.of(value), limit);
  }

  /** The same with pages of that size. */
  public EventQuery withLimit(int value) {
    return new EventQuery(tenant, from, to, text, filters, cursor, value);
  }

  private static void checkText(String text) {
    if (text.length() > MAX_TEXT) {
      throw new InvalidQueryException(
          "text", "The text has " + text.length() + " characters; a query takes 1,000");
    }
    int words = text.isBlank() ? 0 : text.strip().split("[^\\p{L}\\p{N}]+").length;
    if (words > MAX_WORDS) {
      throw new InvalidQueryException(
          "text", "The text has " + words + " words; a query takes " + MAX_WORDS);
    }
  }
}
