package io.eventsec.app.api;

import io.eventsec.core.event.Tenant;
import io.eventsec.search.EventFilter;
import io.eventsec.search.EventQuery;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which events a caller asks for. */
public class EventParameters extends PageParameters {
  private static final Duration DEFAULT_RANGE = Duration.ofHours(24);

  @QueryParam("from")
  @Parameter(description = "at or after this time, 24 hours before `to` unless said")
  @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "before this time, now unless said")
  @Nullable String to;

  @QueryParam("q")
  @Parameter(description = "words that the raw record or the message must have")
  @Nullable String text;

  @QueryParam("filter")
  @Parameter(description = "field:value; repeatable")
  @Nullable List<String> filters;

  EventQuery query(Tenant tenant) {
    Instant end = Values.instant("to", to, Instant.now().plus(Duration.ofMinutes(5)));
    Instant begin = Values.instant("from", from, end.minus(DEFAULT_RANGE));
    return new EventQuery(
        tenant,
        begin,
        end,
        Values.text(text).orElse(""),
        filters == null ? List.of() : filters.stream().map(EventFilter::parse).toList(),
        cursor(),
        limit());
  }
}
