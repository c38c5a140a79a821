package io.eventsec.search.internal;

import io.eventsec.core.event.EcsField;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The fields that are mapped from the start: those of ECS, and the envelope's. */
final class EcsTypes {
  private static final Map<String, Kind> KINDS = load();

  private EcsTypes() {}

  /** Every field that has a type, by name. */
  static Map<String, Kind> all() {
    return KINDS;
  }

  /** The type of that field; {@link Kind#DYNAMIC} if it has none. */
  static Kind kind(String field) {
    return KINDS.getOrDefault(field, Kind.DYNAMIC);
  }

  private static Map<String, Kind> load() {
    Map<String, Kind> kinds = new TreeMap<>();
    EcsField.all().forEach(field -> kinds.put(field.name(), kind(field.type())));
    kinds.put("@timestamp", Kind.TIMESTAMP);
    kinds.put("event.id", Kind.ID);
    kinds.put("event.ingested", Kind.DATE);
    // ECS leaves it unsearched; here the words of the raw record are what free text looks through.
    kinds.put("event.original", Kind.TEXT);
    kinds.put("eventsec.tenant", Kind.KEYWORD);
    kinds.put("eventsec.source", Kind.KEYWORD);
    kinds.put("labels", Kind.FLAT);
    kinds.put(Envelope.NATIVE, Kind.STORED);
    kinds.put("eventsec.native", Kind.TERMS);
    kinds.put(EventDocument.UNSEARCHED, Kind.STORED);
    return Collections.unmodifiableMap(kinds);
  }

  private static Kind kind(EcsField.Type type) {
    return switch (type) {
      case KEYWORD, WILDCARD -> Kind.KEYWORD;
      case MATCH_ONLY_TEXT -> Kind.TEXT;
      case UNINDEXED -> Kind.UNINDEXED;
      case FLATTENED -> Kind.FLAT;
      case LONG -> Kind.LONG;
      case FLOAT -> Kind.DOUBLE;
      case BOOLEAN -> Kind.BOOLEAN;
      case DATE -> Kind.DATE;
      case IP -> Kind.IP;
      case GEO_POINT -> Kind.GEO_POINT;
    };
  }
}
