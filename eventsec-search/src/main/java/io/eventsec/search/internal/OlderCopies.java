package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventsec.core.spi.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds documents in the older indexes of a data stream. A {@code create} sees an id in the index
 * that is written to and no other: after a rollover a repeat would be stored a second time.
 *
 * <p>An event cannot have been stored before it was received, so only those received before the
 * index that is written to was made, give or take the difference of two clocks, are looked for.
 */
final class OlderCopies {
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(15);
  private static final int REMEMBERED = 1_000;
  private static final int IDS_A_REQUEST = 5_000;

  private final Rest rest;
  private final ConcurrentHashMap<String, Instant> begun = new ConcurrentHashMap<>();

  OlderCopies(Rest rest) {
    this.rest = rest;
  }

  /** True if something received then may be in an older index of the stream. */
  boolean mayHave(DataStreams.Stream stream, Instant receivedAt) {
    return !stream.olderIndexes().isEmpty()
        && receivedAt.isBefore(begun(stream.writeIndex()).plus(CLOCK_DIFFERENCE));
  }

  /**
   * Which of those ids the older indexes have.
   *
   * @throws StoreUnavailableException if OpenSearch does not answer
   */
  Set<String> found(DataStreams.Stream stream, Collection<String> ids) {
    Set<String> found = new HashSet<>();
    List<String> left = List.copyOf(ids);
    for (String index : stream.olderIndexes()) {
      for (int from = 0; from < left.size(); from += IDS_A_REQUEST) {
        int to = Math.min(left.size(), from + IDS_A_REQUEST);
        found.addAll(found(index, left.subList(from, to)));
      }
    }
    return found;
  }

  /** By {@code _mget}, which sees what is not refreshed yet. */
  private Set<String> found(String index, List<String> ids) {
    ObjectNode body = Json.object();
    ArrayNode asked = body.putArray("ids");
    ids.forEach(asked::add);
    Answer answer =
        rest.send(
            Call.json("POST", "/" + index + "/_mget", Json.bytes(body))
                .with("_source", "false")
                .with("filter_path", "docs._id,docs.found"));
    if (answer.status() == 404) {
      return Set.of();
    }
    Set<String> found = new HashSet<>();
    for (JsonNode document : answer.json().path("docs")) {
      if (document.path("found").asBoolean(false)) {
        found.add(document.path("_id").asText());
      }
    }
    return found;
  }

  private Instant begun(String index) {
    Instant known = begun.get(index);
    if (known != null) {
      return known;
    }
    Answer answer = rest.send(Call.get("/" + index + "/_settings/index.creation_date"));
    long millis =
        answer.json().path(index).at("/settings/index/creation_date").asLong(Long.MAX_VALUE);
    // An index whose age is not told may hold anything.
    Instant date =
        millis == Long.MAX_VALUE
            ? Instant.MAX.minus(CLOCK_DIFFERENCE)
            : Instant.ofEpochMilli(millis);
    if (begun.size() > REMEMBERED) {
      begun.clear();
    }
    begun.put(index, date);
    return date;
  }
}
