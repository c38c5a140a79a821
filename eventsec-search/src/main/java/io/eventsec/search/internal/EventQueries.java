package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.search.EventFilter;
import io.eventsec.search.EventQuery;
import io.eventsec.search.InvalidQueryException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Queries as OpenSearch reads them. What a person wrote is a value in them, never a part. */
final class EventQueries {
  static final int COUNTED = 10_000;
  static final int MOST_SOURCES = 200;

  private static final String SERVER_TIMEOUT = "10s";
  // Neither prefixes, nor fuzziness, nor slop: each lets a word stand for thousands.
  private static final String OPERATORS = "AND|OR|NOT|PHRASE|PRECEDENCE|WHITESPACE";

  private EventQueries() {}

  /** A page of events, newest first. */
  static ObjectNode page(EventQuery query) {
    ObjectNode body = searched(filters(query));
    // One more than asked for tells whether there is a next page.
    body.put("size", query.limit() + 1);
    body.put("track_total_hits", COUNTED);
    ArrayNode unread = body.putObject("_source").putArray("excludes");
    unread.add("event.original").add("unsearched.original").add(Envelope.NATIVE_TERMS.name());
    ArrayNode sort = body.putArray("sort");
    sort.addObject().putObject("@timestamp").put("order", "desc").put("unmapped_type", "date");
    sort.addObject().putObject("event.id").put("order", "desc").put("unmapped_type", "keyword");
    query.cursor().ifPresent(text -> after(body, text));
    return body;
  }

  /** One event. */
  static ObjectNode one(Tenant tenant, EventId id) {
    ObjectNode bool = Json.object();
    tenant(bool, tenant);
    bool.withArrayProperty("filter")
        .addObject()
        .putObject("ids")
        .putArray("values")
        .add(id.value());
    ObjectNode body = searched(bool);
    body.put("size", 1);
    return body;
  }

  /** Counts by time and by source. */
  static ObjectNode stats(EventQuery query, Duration interval) {
    ObjectNode body = searched(filters(query));
    body.put("size", 0);
    body.put("track_total_hits", true);
    ObjectNode perBucket = body.putObject("aggs").putObject("time").putObject("date_histogram");
    perBucket.put("field", "@timestamp");
    perBucket.put("fixed_interval", interval.toMillis() + "ms");
    perBucket.put("min_doc_count", 1);
    ObjectNode sources = body.withObjectProperty("aggs").putObject("sources");
    sources.putObject("terms").put("field", "eventsec.source").put("size", MOST_SOURCES);
    sources.putObject("aggs").putObject("last").putObject("max").put("field", "@timestamp");
    return body;
  }

  private static ObjectNode searched(ObjectNode bool) {
    ObjectNode body = Json.object();
    body.put("timeout", SERVER_TIMEOUT);
    body.putObject("query").set("bool", bool);
    return body;
  }

  private static ObjectNode filters(EventQuery query) {
    ObjectNode bool = Json.object();
    tenant(bool, query.tenant());
    ArrayNode filter = bool.withArrayProperty("filter");
    ObjectNode time = filter.addObject().putObject("range").putObject("@timestamp");
    time.put("gte", millisUp(query.from())).put("lt", millisUp(query.to()));
    time.put("format", "epoch_millis");
    if (!query.text().isBlank()) {
      text(filter, query.text());
    }
    byField(query).forEach((field, alternatives) -> alternatives(filter, alternatives));
    return bool;
  }

  private static void tenant(ObjectNode bool, Tenant tenant) {
    bool.withArrayProperty("filter")
        .addObject()
        .putObject("term")
        .put("eventsec.tenant", tenant.id());
  }

  private static void text(ArrayNode filter, String text) {
    ObjectNode words = filter.addObject().putObject("simple_query_string");
    words.put("query", text);
    words.putArray("fields").add("event.original").add("message").add("error.message");
    words.put("flags", OPERATORS);
    words.put("default_operator", "and");
    words.put("lenient", true);
    words.put("analyze_wildcard", false);
    words.put("auto_generate_synonyms_phrase_query", false);
  }

  private static Map<String, ArrayNode> byField(EventQuery query) {
    Map<String, ArrayNode> fields = new LinkedHashMap<>();
    for (EventFilter filter : query.filters()) {
      FilterQuery.add(
          fields.computeIfAbsent(filter.field(), field -> Json.object().putArray("any")), filter);
    }
    return fields;
  }

  private static void alternatives(ArrayNode filter, ArrayNode alternatives) {
    ObjectNode bool = filter.addObject().putObject("bool");
    bool.put("minimum_should_match", 1);
    bool.set("should", alternatives);
  }

  private static void after(ObjectNode body, String text) {
    Cursor cursor =
        Cursor.parse(text)
            .orElseThrow(
                () ->
                    new InvalidQueryException(
                        "cursor",
                        "The cursor is not one that a search gave; begin again without it"));
    body.putArray("search_after").add(cursor.millis()).add(cursor.id().value());
  }

  /** Stored times are cut to milliseconds: a bound within one means its end. */
  private static long millisUp(Instant time) {
    long millis = time.toEpochMilli();
    return time.getNano() % 1_000_000 == 0 ? millis : millis + 1;
  }
}
