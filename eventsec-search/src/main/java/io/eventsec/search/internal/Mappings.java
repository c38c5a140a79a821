package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The mappings of events and of alerts. */
final class Mappings {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Mappings() {}

  /** Every ECS field by its type, and the envelope. */
  static ObjectNode events() {
    return mapping(EcsTypes.all());
  }

  /** The fields of an alert's document; ECS fields have the types that events give them. */
  static ObjectNode alerts() {
    Map<String, Kind> kinds = new TreeMap<>();
    for (String name : new String[] {"message", "tags", "event.kind", "event.created"}) {
      kinds.put(name, EcsTypes.kind(name));
    }
    for (String name : new String[] {"event.severity", "rule.id", "rule.version", "rule.name"}) {
      kinds.put(name, EcsTypes.kind(name));
    }
    for (String name : new String[] {"related.hosts", "related.user", "related.ip"}) {
      kinds.put(name, EcsTypes.kind(name));
    }
    for (String name : new String[] {"severity", "evidence", "tenant", "source"}) {
      kinds.put("eventsec." + name, Kind.KEYWORD);
    }
    kinds.put("labels", EcsTypes.kind("labels"));
    kinds.put("event.id", Kind.KEYWORD);
    kinds.put("eventsec.matched", Kind.FLAT);
    kinds.put("@timestamp", Kind.TIMESTAMP);
    return mapping(kinds);
  }

  private static ObjectNode mapping(Map<String, Kind> kinds) {
    ObjectNode mapping = JSON.objectNode();
    mapping.put("date_detection", false);
    mapping.put("numeric_detection", false);
    mapping.set("dynamic_templates", dynamicTemplates());
    kinds.forEach(
        (name, kind) -> {
          ObjectNode at = mapping;
          for (String part : name.split("\\.", -1)) {
            at = at.withObjectProperty("properties").withObjectProperty(part);
          }
          put(at, kind);
        });
    return mapping;
  }

  /**
   * Fields that ECS does not know. Truth is mapped as text: a later value that is neither true nor
   * false would otherwise cost its event.
   */
  private static ArrayNode dynamicTemplates() {
    ArrayNode templates = JSON.arrayNode();
    templates.add(dynamic("string", Kind.KEYWORD));
    templates.add(dynamic("boolean", Kind.KEYWORD));
    templates.add(dynamic("long", Kind.LONG));
    templates.add(dynamic("double", Kind.DOUBLE));
    return templates;
  }

  private static ObjectNode dynamic(String type, Kind kind) {
    ObjectNode template = JSON.objectNode();
    ObjectNode named = template.putObject(type + "s");
    named.put("match_mapping_type", type);
    put(named.putObject("mapping"), kind);
    return template;
  }

  private static void put(ObjectNode at, Kind kind) {
    new TreeMap<>(kind.mapping())
        .forEach(
            (key, value) -> {
              if (value instanceof Boolean flag) {
                at.put(key, flag);
              } else if (value instanceof Integer number) {
                at.put(key, number);
              } else {
                at.put(key, value.toString());
              }
            });
  }
}
