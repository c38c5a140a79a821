package io.eventsec.app.api;

import io.eventsec.search.EventHit;
import io.eventsec.search.EventPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event as a list shows it.
 *
 * @param id its id
 * @param time when it happened
 * @param source where it came from
 * @param dataset what kind of log
 * @param summary one line
 * @param fields by dotted name
 */
public record EventJson(
    String id,
    Instant time,
    String source,
    String dataset,
    String summary,
    Map<String, Object> fields) {

  static EventJson of(EventHit hit) {
    return new EventJson(
        hit.id().value(), hit.time(), hit.source(), hit.dataset(), hit.summary(), hit.fields());
  }

  /**
   * An event with its raw record.
   *
   * @param id its id
   * @param time when it happened
   * @param source where it came from
   * @param dataset what kind of log
   * @param summary one line
   * @param fields by dotted name
   * @param original as it came
   */
  public record Detail(
      String id,
      Instant time,
      String source,
      String dataset,
      String summary,
      Map<String, Object> fields,
      String original) {
    static Detail of(EventHit hit) {
      return new Detail(
          hit.id().value(),
          hit.time(),
          hit.source(),
          hit.dataset(),
          hit.summary(),
          hit.fields(),
          hit.original());
    }
  }

  /**
   * Some events, newest first.
   *
   * @param items in that order
   * @param nextCursor where the next page starts
   * @param total how many there are, counted up to 10,000
   * @param totalRelation eq, or gte if there are more than {@code total}
   */
  public record Found(
      List<EventJson> items, Optional<String> nextCursor, long total, String totalRelation) {
    static Found of(EventPage page) {
      return new Found(
          page.items().stream().map(EventJson::of).toList(),
          page.nextCursor(),
          page.total(),
          page.totalIsExact() ? "eq" : "gte");
    }
  }
}
