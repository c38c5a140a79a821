package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.feed.ImportLimits;
import io.eventsec.core.intel.feed.ImportReport;
import io.eventsec.core.intel.feed.SkippedEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads objects of STIX, in one piece or in pages that belong together. Not thread-safe. */
public final class StixImport {
  private final ImportLimits limits;
  private final ImportLog log;
  private final StixObjects objects;
  private Optional<String> ended = Optional.empty();

  /**
   * Starts one.
   *
   * @param source who says what nobody else says
   * @param limits the bytes are those of a page, the rest is of all
   */
  public StixImport(String source, ImportLimits limits, IndicatorSink sink) {
    this.limits = limits;
    this.log = new ImportLog(sink, limits);
    this.objects = new StixObjects(source, log);
  }

  /**
   * What surrounds the objects of a page.
   *
   * @param more true if the page says that there are more
   * @param next what it wants to be asked for them; empty if nothing
   * @param ended true if the page could not be read to its end, and none should follow
   */
  public record Envelope(boolean more, String next, boolean ended) {}

  /**
   * Reads a page.
   *
   * @throws IOException if the stream fails
   */
  public Envelope page(InputStream in) throws IOException {
    Walk walk = new Walk(new JsonWalk(new BoundedInput(in, limits.bytes()), limits.objectBytes()));
    try {
      walk.top();
    } catch (FeedEndedException e) {
      ended = Optional.of(e.text());
    }
    return new Envelope(walk.head("more").equals("true"), walk.head("next"), ended.isPresent());
  }

  /** Hands on what still waits; what became of all pages. */
  public ImportReport end() {
    objects.end();
    return log.report(ended);
  }

  /** Through one page. */
  private final class Walk {
    private final JsonWalk json;
    private final Map<String, String> head = new HashMap<>();

    Walk(JsonWalk json) {
      this.json = json;
    }

    String head(String name) {
      return head.getOrDefault(name, "");
    }

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
      json.object(this::property);
      String type = head.getOrDefault("type", "bundle");
      if (!head.containsKey("objects") && !type.equals("bundle")) {
        throw new FeedEndedException(
            "The feed is an object of type '"
                + ShownText.of(type)
                + "', not a bundle; put it into {\"objects\": [...]}");
      }
    }

    private void property(String name) throws IOException, FeedEndedException {
      switch (name) {
        case "objects" -> {
          head.put(name, "");
          objects();
        }
        case "type", "more", "next" -> head.put(name, json.scalar());
        default -> json.skip();
      }
    }

    private void objects() throws IOException, FeedEndedException {
      if (json.peek() == '[') {
        json.array(index -> one());
      } else {
        json.skip();
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
