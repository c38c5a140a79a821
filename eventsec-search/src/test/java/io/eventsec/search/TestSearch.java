package io.eventsec.search;

import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.search.internal.Answer;
import io.eventsec.search.internal.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The shared node, and what all ITs do with it. */
final class TestSearch {
  static final OpenSearchConnection CONNECTION =
      OpenSearchConnection.to(TestServers.openSearch().url()).build();
  static final OpenSearchEvents EVENTS = new OpenSearchEvents(CONNECTION);

  private TestSearch() {}

  /** A tenant that nobody else has. */
  static Tenant newTenant() {
    return new Tenant("t" + UUID.randomUUID().toString().replace("-", ""));
  }

  static EventQuery all(Tenant tenant) {
    return TestQueries.all(tenant);
  }

  /** Follows the cursors to the end. */
  static List<EventHit> walk(EventQuery query) {
    EVENTS.refresh(query.tenant());
    List<EventHit> hits = new ArrayList<>();
    EventPage page = EVENTS.search(query);
    hits.addAll(page.items());
    for (Optional<String> next = page.nextCursor(); next.isPresent(); next = page.nextCursor()) {
      page = EVENTS.search(query.withCursor(next.get()));
      hits.addAll(page.items());
    }
    return hits;
  }

  static List<EventId> ids(List<EventHit> hits) {
    return hits.stream().map(EventHit::id).toList();
  }

  /** Sends JSON past the adapter. */
  static Answer send(String method, String path, String json) {
    return CONNECTION
        .rest()
        .sendPatiently(Call.json(method, path, json.getBytes(StandardCharsets.UTF_8)));
  }

  static String stream(Tenant tenant) {
    return "/eventsec-events-" + tenant.id();
  }
}
