package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventsec.core.spi.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The data streams that OpenSearch has. */
public final class DataStreams {
  private final Rest rest;

  /** Over this connection. */
  public DataStreams(Rest rest) {
    this.rest = rest;
  }

  /**
   * A data stream.
   *
   * @param name its name
   * @param indexes its backing indexes, oldest first; the last one is written to
   */
  public record Stream(String name, List<String> indexes) {
    /** The index that is written to. */
    public String writeIndex() {
      return indexes.get(indexes.size() - 1);
    }

    /** The others, oldest first. */
    public List<String> olderIndexes() {
      return indexes.subList(0, indexes.size() - 1);
    }
  }

  /** Those whose names begin so. */
  public List<Stream> startingWith(String prefix) {
    Answer answer = rest.send(Call.get("/_data_stream/" + prefix + "-*"));
    List<Stream> streams = new ArrayList<>();
    answer.json().path("data_streams").forEach(node -> streams.add(stream(node)));
    return streams;
  }

  /** The one of that name. */
  public Optional<Stream> named(String name) {
    Answer answer = rest.send(Call.get("/_data_stream/" + name));
    if (answer.status() == 404) {
      return Optional.empty();
    }
    JsonNode node = answer.json().path("data_streams").path(0);
    return node.isMissingNode() ? Optional.empty() : Optional.of(stream(node));
  }

  /**
   * Makes one, unless somebody else just did.
   *
   * @return what is wrong if the templates are missing or refuse it
   */
  public Optional<String> create(String name) {
    Answer answer =
        rest.send(new Call("PUT", "/_data_stream/" + name, java.util.Map.of(), new byte[0], ""));
    boolean there = answer.ok() || answer.errorType().equals("resource_already_exists_exception");
    return there ? Optional.empty() : Optional.of(answer.reason());
  }

  /** Gives it a new index to write to. */
  public void rollOver(String name) {
    Answer answer = rest.send(Call.json("POST", "/" + name + "/_rollover", new byte[0]));
    if (!answer.ok()) {
      throw new StoreUnavailableException(
          "The data stream " + name + " cannot be rolled over: " + answer.reason());
    }
  }

  /** Lets searches see what is stored so far. */
  public void refresh(String name) {
    rest.send(Call.json("POST", "/" + name + "/_refresh", new byte[0]));
  }

  /** The digest of the mapping that an index was made with; empty if it has none. */
  public String mappingDigest(String index) {
    Answer answer =
        rest.send(Call.get("/" + index + "/_mapping").with("filter_path", "*.mappings._meta"));
    return answer
        .json()
        .path(index)
        .path("mappings")
        .path("_meta")
        .path(Template.DIGEST)
        .asText("");
  }

  private static Stream stream(JsonNode node) {
    List<String> indexes = new ArrayList<>();
    node.path("indices").forEach(index -> indexes.add(index.path("index_name").asText()));
    return new Stream(node.path("name").asText(), indexes);
  }
}
