package io.eventsec.search;

import io.eventsec.core.event.Tenant;
import java.time.Instant;

/** Queries for tests. */
final class TestQueries {
  private static final Instant EVER = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant FOREVER = Instant.parse("+10000-01-01T00:00:00Z");

  private TestQueries() {}

  /** Any event of that tenant at any time. */
  static EventQuery all(Tenant tenant) {
    return EventQuery.of(tenant, EVER, FOREVER);
  }
}
