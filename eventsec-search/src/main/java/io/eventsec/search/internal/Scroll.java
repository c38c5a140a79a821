package io.eventsec.search.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventsec.core.spi.StoreUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All documents of one index as they are at one moment, page by page, in the order they are stored
 * in: sorting by anything else would cost a sort of all of them. Not thread-safe.
 */
public final class Scroll implements AutoCloseable {
  /** Documents may have a megabyte each, and a page is in memory as a whole. */
  private static final int PAGE = 250;

  private static final String KEEP = "5m";

  private final Rest rest;
  private final String index;
  private Optional<String> cursor = Optional.empty();
  private long total;

  /** Of that index; nothing is asked yet. */
  Scroll(Rest rest, String index) {
    this.rest = rest;
    this.index = index;
  }

  /** How many documents there are, once the first page was read. */
  long total() {
    return total;
  }

  /**
   * The next page; empty at the end.
   *
   * @throws StoreUnavailableException if OpenSearch does not answer, or not with all
   */
  List<StoredDocument> next() {
    Answer answer = rest.send(cursor.isEmpty() ? first() : following(cursor.get()));
    if (!answer.ok()) {
      throw new StoreUnavailableException(
          "The documents of " + index + " cannot be read: " + Failures.explain(answer));
    }
    try {
      return page(answer.body());
    } catch (IOException e) {
      throw new StoreUnavailableException("The answer about " + index + " is no JSON", e);
    }
  }

  private Call first() {
    ObjectNode body = Json.object();
    body.put("size", PAGE).put("track_total_hits", true).putArray("sort").add("_doc");
    return Call.json("POST", "/" + index + "/_search", Json.bytes(body))
        .with("scroll", KEEP)
        .with("allow_partial_search_results", "false");
  }

  private static Call following(String cursor) {
    ObjectNode body = Json.object();
    body.put("scroll", KEEP).put("scroll_id", cursor);
    return Call.json("POST", "/_search/scroll", Json.bytes(body));
  }

  private List<StoredDocument> page(byte[] json) throws IOException {
    List<StoredDocument> page = new ArrayList<>(PAGE);
    try (JsonParser in = Slice.JSON.createParser(json)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        if (name.equals("_scroll_id")) {
          cursor = Optional.of(in.getText());
        } else if (name.equals("hits")) {
          readHits(json, in, page);
        } else {
          in.skipChildren();
        }
      }
    }
    return page;
  }

  private void readHits(byte[] json, JsonParser in, List<StoredDocument> page) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      if (name.equals("total")) {
        readTotal(in);
      } else if (name.equals("hits")) {
        while (in.nextToken() == JsonToken.START_OBJECT) {
          page.add(document(json, in));
        }
      } else {
        in.skipChildren();
      }
    }
  }

  private void readTotal(JsonParser in) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      boolean isValue = in.currentName().equals("value");
      in.nextToken();
      if (isValue) {
        total = in.getLongValue();
      }
    }
  }

  private static StoredDocument document(byte[] json, JsonParser in) throws IOException {
    String id = "";
    byte[] source = {};
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      if (name.equals("_id")) {
        id = in.getText();
      } else if (name.equals("_source")) {
        source = Slice.of(json, in);
      } else {
        in.skipChildren();
      }
    }
    return new StoredDocument(id, source);
  }

  /** Lets OpenSearch forget it; if that fails it does so by itself after a while. */
  @Override
  public void close() {
    if (cursor.isPresent()) {
      ObjectNode body = Json.object();
      body.putArray("scroll_id").add(cursor.get());
      try {
        rest.sendPatiently(Call.json("DELETE", "/_search/scroll", Json.bytes(body)));
      } catch (StoreUnavailableException e) {
        System.getLogger(Scroll.class.getName())
            .log(System.Logger.Level.DEBUG, "A scroll is left to its end", e);
      }
    }
  }
}
