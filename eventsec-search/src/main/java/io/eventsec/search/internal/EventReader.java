package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.search.EventHit;
import io.eventsec.search.EventPage;
import io.eventsec.search.EventQuery;
import io.eventsec.search.EventStats;
import io.eventsec.search.InvalidQueryException;
import io.eventsec.search.SearchTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Searches one tenant's stream at a time. Safe to share between threads. */
public final class EventReader {
  private static final String CANCELLED_AFTER = "15s";

  private final Rest rest;

  /** Over this connection. */
  public EventReader(Rest rest) {
    this.rest = rest;
  }

  /** A page of what the query finds. */
  public EventPage search(EventQuery query) {
    JsonNode answer = ask(query.tenant(), EventQueries.page(query));
    List<JsonNode> hits = new ArrayList<>();
    answer.path("hits").path("hits").forEach(hits::add);
    boolean more = hits.size() > query.limit();
    List<JsonNode> shown = more ? hits.subList(0, query.limit()) : hits;
    Optional<String> next =
        more ? Optional.of(Hits.cursor(shown.get(shown.size() - 1)).text()) : Optional.empty();
    JsonNode total = answer.path("hits").path("total");
    return new EventPage(
        shown.stream().map(Hits::event).toList(),
        total.path("value").asLong(),
        total.path("relation").asText("eq").equals("eq"),
        next);
  }

  /** One event. */
  public Optional<EventHit> find(Tenant tenant, EventId id) {
    JsonNode hit = ask(tenant, EventQueries.one(tenant, id)).path("hits").path("hits").path(0);
    return hit.isMissingNode() ? Optional.empty() : Optional.of(Hits.event(hit));
  }

  /** Counts of what the query finds. */
  public EventStats stats(EventQuery query, int buckets) {
    Duration interval = Histogram.interval(Duration.between(query.from(), query.to()), buckets);
    JsonNode answer = ask(query.tenant(), EventQueries.stats(query, interval));
    JsonNode found = answer.path("aggregations");
    return new EventStats(
        answer.path("hits").path("total").path("value").asLong(),
        interval,
        Histogram.buckets(query, interval, found.path("time").path("buckets")),
        Histogram.sources(found.path("sources").path("buckets")));
  }

  /** Lets searches see what is stored so far. */
  public void refresh(Tenant tenant) {
    rest.send(
        Call.json("POST", "/" + Names.events(tenant) + "/_refresh", new byte[0])
            .with("ignore_unavailable", "true"));
  }

  private JsonNode ask(Tenant tenant, ObjectNode body) {
    Call call =
        Call.json("POST", "/" + Names.events(tenant) + "/_search", Json.bytes(body))
            .with("ignore_unavailable", "true")
            .with("allow_partial_search_results", "false")
            .with("cancel_after_time_interval", CANCELLED_AFTER);
    Answer answer = rest.sendPatiently(call);
    if (answer.ok() && !answer.json().path("timed_out").asBoolean(false)) {
      return answer.json();
    }
    if (answer.ok() || tookTooLong(answer)) {
      throw new SearchTimeoutException(
          "OpenSearch did not finish the search in 10 s; shorten the time range or add a filter");
    }
    if (answer.status() == 400) {
      throw new InvalidQueryException(
          "text", "OpenSearch refuses the query (" + answer.reason() + "); write it more simply");
    }
    throw new StoreUnavailableException(
        "OpenSearch at " + rest.address() + " cannot search: " + Failures.explain(answer));
  }

  private static boolean tookTooLong(Answer answer) {
    String type = answer.errorType();
    return type.equals("task_cancelled_exception")
        || type.equals("time_exceeded_exception")
        || answer.status() == 504
        || answer.reason().contains("Time exceeded")
        || answer.reason().contains("Partial shards failure (timed out)");
  }
}
