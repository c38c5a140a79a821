package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.feed.SkipReason;
import io.eventsec.core.intel.feed.SkippedEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Goes through an export of MISP. Used once. */
final class MispWalk {
  private static final int DEEPEST = 8;
  private final JsonWalk json;
  private final ImportLog log;
  private final String source;

  /** The events that are open, the innermost last; what surrounds them counts as one too. */
  private final Deque<MispEvent> open = new ArrayDeque<>();

  private int depth;

  MispWalk(JsonWalk json, ImportLog log, String source) {
    this.json = json;
    this.log = log;
    this.source = source;
  }

  void top() throws IOException, FeedEndedException {
    int first = json.peek();
    if (first != '[' && first != '{') {
      throw json.broken("an event of MISP, {\"Event\": {...}}, or several");
    }
    container();
    if (json.peek() >= 0) {
      throw json.broken("the end");
    }
  }

  /** Hands on what is still held back. */
  void end() {
    while (!open.isEmpty()) {
      open.removeLast().end();
    }
  }

  private void container() throws IOException, FeedEndedException {
    int first = json.peek();
    if (++depth > DEEPEST) {
      throw new FeedEndedException(
          "Events lie in events more than " + DEEPEST + " deep; export them one by one");
    }
    if (first == '[') {
      json.array(index -> container());
    } else if (first == '{') {
      open.addLast(new MispEvent(source, log));
      json.object(this::property);
      open.removeLast().end();
    } else {
      json.skip();
      log.skipped(
          new SkippedEntry(
              SkipReason.MALFORMED,
              "event in place of attribute " + log.object(),
              "",
              "A value stands where an event {...} is wanted"));
    }
    depth--;
  }

  private void property(String name) throws IOException, FeedEndedException {
    int first = json.peek();
    switch (name) {
      case "response", "Event" -> {
        if (first == '[' || first == '{') {
          container();
        } else {
          json.skip();
        }
      }
      case "Attribute" -> each(first, false);
      case "Object" -> each(first, true);
      case "info", "Orgc", "Tag" -> describe(name);
      default -> json.skip();
    }
  }

  private void each(int first, boolean objects) throws IOException, FeedEndedException {
    if (first == '[') {
      json.array(index -> one(objects));
    } else {
      json.skip();
    }
  }

  private void one(boolean isObject) throws IOException, FeedEndedException {
    MispEvent event = open.getLast();
    try {
      JsonMap map = JsonTree.object(json.take());
      List<JsonMap> attributes = isObject ? map.maps("Attribute") : List.of(map);
      for (JsonMap attribute : attributes) {
        event.attribute(attribute, "attribute " + log.object(), map.isTrue("deleted"));
      }
    } catch (SkippedException e) {
      String position = (isObject ? "object in place of attribute " : "attribute ") + log.object();
      log.skipped(new SkippedEntry(e.reason(), position, "", e.text()));
    }
  }

  private void describe(String name) throws IOException, FeedEndedException {
    try {
      // The name is one of ours, so it needs no escapes.
      ByteArrayOutputStream alone = new ByteArrayOutputStream();
      alone.writeBytes(("{\"" + name + "\":").getBytes(StandardCharsets.UTF_8));
      alone.writeBytes(json.take());
      alone.write('}');
      open.getLast().describe(JsonTree.object(alone.toByteArray()));
    } catch (SkippedException e) {
      // What describes an event may be missing; its attributes count all the same.
      return;
    }
  }
}
