package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventsec.core.spi.StoreUnavailableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the indexes of data streams, and drops them. Safe to share between threads. */
public final class BackingIndexes {
  private static final int MOST = 10_000;

  private final Rest rest;

  /** Over this connection. */
  public BackingIndexes(Rest rest) {
    this.rest = rest;
  }

  /**
   * The indexes of a stream, oldest first: four requests, however many there are.
   *
   * @param receivedAt the field with the time at which a document came here
   * @throws StoreUnavailableException if OpenSearch does not answer or cannot see all of them
   */
  public List<BackingIndex> of(DataStreams.Stream stream, String receivedAt) {
    // What was written last is not seen otherwise, and an index that looks empty looks old.
    answered(Call.json("POST", "/" + stream.name() + "/_refresh", new byte[0]));
    JsonNode settings = answered(Call.get("/" + stream.name() + "/_settings/index.creation_date"));
    JsonNode stats = answered(Call.get("/" + stream.name() + "/_stats/docs,store")).path("indices");
    Map<String, JsonNode> times = times(stream, receivedAt);
    return stream.indexes().stream()
        .map(
            index ->
                index(
                    index,
                    settings.path(index),
                    stats.path(index),
                    Optional.ofNullable(times.get(index))))
        .toList();
  }

  /**
   * Drops an index; OpenSearch refuses that of one that a stream writes to.
   *
   * @return why it is not dropped, for a person; empty if it is gone
   * @throws StoreUnavailableException if OpenSearch does not answer
   */
  public Optional<String> drop(String index) {
    Answer answer = rest.send(new Call("DELETE", "/" + index, Map.of(), new byte[0], ""));
    if (answer.status() == 404) {
      return Optional.of("it is not there any more");
    }
    return answer.ok() ? Optional.empty() : Optional.of(answer.reason());
  }

  private static BackingIndex index(
      String name, JsonNode settings, JsonNode stats, Optional<JsonNode> times) {
    JsonNode created = settings.at("/settings/index/creation_date");
    long documents = stats.at("/primaries/docs/count").asLong(0);
    boolean seen = !created.isMissingNode() && !stats.isMissingNode();
    Optional<String> unseen =
        seen && (documents == 0 || times.isPresent())
            ? Optional.empty()
            : Optional.of("not all of its documents can be seen now");
    return new BackingIndex(
        name,
        // Its age is not told: then it is young, and so is the one before it.
        created.isMissingNode() ? Instant.MAX : Instant.ofEpochMilli(created.asLong()),
        documents,
        stats.at("/total/store/size_in_bytes").asLong(0),
        stats.at("/primaries/store/size_in_bytes").asLong(0),
        times.flatMap(bucket -> instant(bucket.path("oldest"))),
        times.flatMap(bucket -> instant(bucket.path("newest"))),
        unseen);
  }

  /** The first and the last time of each index that has documents. */
  private Map<String, JsonNode> times(DataStreams.Stream stream, String field) {
    ObjectNode body = Json.object();
    body.put("size", 0);
    ObjectNode byIndex = body.putObject("aggs").putObject("indexes");
    byIndex.putObject("terms").put("field", "_index").put("size", MOST);
    ObjectNode times = byIndex.putObject("aggs");
    times.putObject("oldest").putObject("min").put("field", field);
    times.putObject("newest").putObject("max").put("field", field);
    JsonNode found =
        answered(
            Call.json("POST", "/" + stream.name() + "/_search", Json.bytes(body))
                .with("allow_partial_search_results", "false"));
    Map<String, JsonNode> buckets = new HashMap<>();
    found
        .at("/aggregations/indexes/buckets")
        .forEach(bucket -> buckets.put(bucket.path("key").asText(), bucket));
    return buckets;
  }

  private JsonNode answered(Call call) {
    Answer answer = rest.send(call);
    if (!answer.ok()) {
      throw new StoreUnavailableException(
          "OpenSearch at " + rest.address() + " answered " + call + " with " + answer.reason());
    }
    return answer.json();
  }

  private static Optional<Instant> instant(JsonNode aggregate) {
    JsonNode value = aggregate.path("value");
    return value.isNumber()
        ? Optional.of(Instant.ofEpochMilli((long) value.asDouble()))
        : Optional.empty();
  }
}
