package io.eventsec.core.intel.feed;

import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.ShownText;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads bundles of STIX 2.1 (OASIS), TAXII envelopes and arrays of objects.
 *
 * <p>Of the objects, {@code indicator} gives claims, {@code sighting} counts, {@code identity}
 * names the sources that {@code created_by_ref} refers to, {@code marking-definition} the TLP;
 * others are ignored. A revoked indicator takes back what it claimed. What of patterns is
 * understood, {@link io.eventsec.core.intel.stix.StixPattern} says.
 *
 * <p>An indicator that refers to an author or a marking which has not been met yet waits for it, up
 * to 10,000 of them; those without an author, or whose author never comes, are the feed's own.
 */
public final class StixReader implements IndicatorFeed {
  private final String source;
  private final ImportLimits limits;

  /**
   * A reader of a feed.
   *
   * @param source who says what nobody else says, 1 to 100 characters
   */
  public StixReader(String source, ImportLimits limits) {
    this.source = source;
    this.limits = limits;
  }

  @Override
  public ImportReport read(InputStream in, IndicatorSink sink) throws IOException {
    ImportLog log = new ImportLog(sink, limits);
    StixObjects objects = new StixObjects(source, log);
    JsonWalk json = new JsonWalk(new BoundedInput(in, limits.bytes()), limits.objectBytes());
    Optional<String> ended = Optional.empty();
    try {
      new Walk(json, log, objects).top();
    } catch (FeedEndedException e) {
      ended = Optional.of(e.text());
    }
    objects.end();
    return log.report(ended);
  }

  /** Through one feed. */
  private record Walk(JsonWalk json, ImportLog log, StixObjects objects) {

    void top() throws IOException, FeedEndedException {
      int first = json.peek();
      if (first == '[') {
        json.array(index -> one());
      } else if (first == '{') {
        bundle();
      } else {
        throw json.broken("a bundle {\"type\": \"bundle\", \"objects\": [...]}");
      }
      if (json.peek() >= 0) {
        throw json.broken("the end");
      }
    }

    private void bundle() throws IOException, FeedEndedException {
      Map<String, String> head = new HashMap<>();
      json.object(
          name -> {
            if (name.equals("objects") && json.peek() == '[') {
              head.put(name, "");
              json.array(index -> one());
            } else if (name.equals("type")) {
              head.put(name, json.scalar());
            } else {
              json.skip();
            }
          });
      String type = head.getOrDefault("type", "bundle");
      if (!head.containsKey("objects") && !type.equals("bundle")) {
        throw new FeedEndedException(
            "The feed is an object of type '"
                + ShownText.of(type)
                + "', not a bundle; put it into {\"objects\": [...]}");
      }
    }

    private void one() throws IOException, FeedEndedException {
      String position = "object " + log.object();
      try {
        objects.object(JsonTree.object(json.take()), position);
      } catch (SkippedException e) {
        log.skipped(new SkippedEntry(e.reason(), position, "", e.text()));
      }
    }
  }
}
