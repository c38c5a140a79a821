package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventsec.core.event.Tenant;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventQueryTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final EventQuery QUERY = TestQueries.all(new Tenant("one"));

  @Test
  void range_thatIsEmptyOrAbsurd_isRefused() {
    refused("time", () -> EventQuery.of(QUERY.tenant(), NOON, NOON));
    refused("time", () -> EventQuery.of(QUERY.tenant(), Instant.MIN, NOON));
    refused("time", () -> EventQuery.of(QUERY.tenant(), NOON, Instant.MAX));
  }

  @Test
  void limit_outOfBounds_isRefused() {
    refused("limit", () -> QUERY.withLimit(0));
    refused("limit", () -> QUERY.withLimit(201));
  }

  @Test
  void text_tooMuchOfIt_isRefused() {
    assertThat(QUERY.withText("a ".repeat(64)).text()).hasSize(128);
    refused("text", () -> QUERY.withText("a ".repeat(65)));
    refused("text", () -> QUERY.withText("a".repeat(1_001)));
  }

  @Test
  void filters_tooManyOrTooLong_areRefused() {
    EventQuery query = QUERY;
    for (int i = 0; i < 20; i++) {
      query = query.withFilter("user.name", "u" + i);
    }
    EventQuery full = query;
    refused("filter", () -> full.withFilter("user.name", "one more"));
    refused("filter", () -> QUERY.withFilter("", "x"));
    refused("filter", () -> QUERY.withFilter("a\nb", "x"));
    refused("filter", () -> QUERY.withFilter("a", ""));
    refused("filter", () -> QUERY.withFilter("a", "x".repeat(1_025)));
    refused("filter", () -> EventFilter.parse("no colon"));
  }

  @Test
  void filter_isDividedAtItsFirstColon() {
    assertThat(EventFilter.parse("source.ip: 2001:db8::1"))
        .isEqualTo(new EventFilter("source.ip", "2001:db8::1"));
  }

  private static void refused(String part, Runnable query) {
    assertThatExceptionOfType(InvalidQueryException.class)
        .isThrownBy(query::run)
        .satisfies(failure -> assertThat(failure.part()).isEqualTo(part));
  }
}
