package io.eventsec.search.internal;

import java.util.Map;

/** How a field is mapped. */
public enum Kind {
  /** Exact text; longer than 8,191 characters it is kept and not searched. */
  KEYWORD(Map.of("type", "keyword", "ignore_above", Kind.LONGEST_KEYWORD)),
  /** Words. */
  TEXT(Map.of("type", "match_only_text")),
  /** An address; what is none is kept and not searched. */
  IP(Map.of("type", "ip", "ignore_malformed", true)),
  /** A whole number; what is none is kept and not searched. */
  LONG(Map.of("type", "long", "ignore_malformed", true)),
  /** A number; what is none is kept and not searched. */
  DOUBLE(Map.of("type", "double", "ignore_malformed", true)),
  /** A time; what is none is kept and not searched. */
  DATE(Map.of("type", "date", "format", Kind.TIME_FORMAT, "ignore_malformed", true)),
  /** The time of the document; a data stream allows none that is malformed. */
  TIMESTAMP(Map.of("type", "date", "format", Kind.TIME_FORMAT)),
  /** The document's own id once more, to sort by; looked for by the id itself. */
  ID(Map.of("type", "keyword", "index", false)),
  /** Exact text that is only searched: no column to sort and count by. */
  TERMS(Map.of("type", "keyword", "doc_values", false)),
  /** Text that is kept and never searched. */
  UNINDEXED(Map.of("type", "keyword", "index", false, "doc_values", false)),
  /** A place; what is none is kept and not searched. */
  GEO_POINT(Map.of("type", "geo_point", "ignore_malformed", true)),
  /** Any object, kept and never searched. */
  STORED(Map.of("type", "object", "enabled", false)),
  /** True or false; what is neither is moved to the labels before it is sent. */
  BOOLEAN(Map.of("type", "boolean")),
  /** Any object, its paths searched as exact text. */
  FLAT(Map.of("type", "flat_object")),
  /** No ECS field that we know: mapped by its first value. */
  DYNAMIC(Map.of());

  /** Three bytes a character at most, and Lucene's longest term has 32,766 bytes. */
  static final int LONGEST_KEYWORD = 8_191;

  private static final String TIME_FORMAT = "strict_date_optional_time||epoch_millis";

  private final Map<String, Object> mapping;

  Kind(Map<String, Object> mapping) {
    this.mapping = mapping;
  }

  /** Its mapping. */
  public Map<String, Object> mapping() {
    return mapping;
  }
}
