package io.eventsec.search;

import io.eventsec.core.event.EventId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event as the index has it.
 *
 * @param id its identity
 * @param time when it happened, in milliseconds or finer
 * @param source the source it was sent under
 * @param dataset {@code event.dataset}; empty if it has none
 * @param summary one line for a list of events, made of its fields
 * @param fields every field by its dotted name, a scalar or a list; the sender's own stand under
 *     their own names, with {@code native.} before them where ECS has that name too; unmodifiable
 * @param original the raw record as it came; empty on a page of a search and where there is none
 */
public record EventHit(
    EventId id,
    Instant time,
    String source,
    String dataset,
    String summary,
    Map<String, Object> fields,
    String original) {
  /** Copies the fields, in their order. */
  public EventHit {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
