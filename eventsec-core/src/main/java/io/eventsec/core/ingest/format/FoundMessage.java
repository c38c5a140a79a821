package io.eventsec.core.ingest.format;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message that a table knows.
 *
 * @param gaps what stood in the template's gaps
 * @param section what the table says about such messages
 */
record FoundMessage(Map<String, String> gaps, TableSection section) {
  /** The gap that holds the time. */
  static final String TIME = "@timestamp";

  /** The gap that holds a request line of HTTP. */
  static final String REQUEST = "http.request.line";

  private static final String THREAD = "process.thread.name";
  private static final String LOG = "log.";
  private static final String TARGET = "url.original";
  private static final long FIRST_ERROR = 400;

  /** What logs write where they have nothing to say. */
  private static final String NOTHING = "-";

  /** What is no field of ECS, under the table's names. */
  NativeRecord natives() {
    Map<String, Object> natives = new LinkedHashMap<>();
    gaps.forEach(
        (name, value) -> {
          if (EcsField.named(name).isEmpty() && !name.equals(TIME) && !value.isEmpty()) {
            natives.put(name, value);
          }
        });
    return new NativeRecord(natives);
  }

  /** Sets what the message says, and the time if it says one. */
  void write(EcsWriter out, LogTime times) {
    section.apply(new NativeRecord(Map.copyOf(gaps)), out);
    gaps.forEach((name, value) -> write(name, value, out, times));
    String request = gaps.get(REQUEST);
    if (request != null) {
      RequestLine.write(request, out.text("url.domain").orElse(""), out);
    } else if (gaps.containsKey(TARGET)) {
      UrlFields.set(out, out.text("url.domain").orElse(""), gaps.get(TARGET), 80);
    } else if (gaps.containsKey("url.path") && gaps.containsKey("url.query")) {
      String query = out.text("url.query").map(text -> '?' + text).orElse("");
      UrlFields.set(out, "", out.text("url.path").orElse("") + query, 80);
    }
    outcome(out);
    Addresses.complete(out);
    DeviceFields.addresses(out);
    WebNames.write(out);
  }

  /** Sets the outcome of a request by its status, if nothing else has said it. */
  static void outcome(EcsWriter out) {
    if (out.get("event.outcome") == null
        && out.get("http.response.status_code") instanceof Long status) {
      out.put("event.outcome", status < FIRST_ERROR ? "success" : "failure");
    }
  }

  private static void write(String name, String value, EcsWriter out, LogTime times) {
    if (value.equals(NOTHING)) {
      return;
    }
    if (name.equals(TIME)) {
      Times.put(name, value, times.parse(value), out);
      return;
    }
    // Java's programs fill up the names of levels, loggers and threads with blanks.
    String plain = name.startsWith(LOG) || name.equals(THREAD) ? value.strip() : value;
    EcsField.named(name)
        .ifPresent(
            field -> out.convert(new Mapping(name, name, Conversion.of(field), 0, 0), plain));
  }
}
