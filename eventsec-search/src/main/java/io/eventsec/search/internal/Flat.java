package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nested objects as fields with dotted names. */
final class Flat {
  private Flat() {}

  /** The scalars and lists in it, by their paths, in their order. */
  static Map<String, Object> fields(JsonNode object) {
    Map<String, Object> fields = new LinkedHashMap<>();
    collect("", object, fields);
    return fields;
  }

  private static void collect(String path, JsonNode node, Map<String, Object> fields) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = path.isEmpty() ? field.getKey() : path + '.' + field.getKey();
      if (field.getValue().isObject()) {
        collect(name, field.getValue(), fields);
      } else if (!field.getValue().isNull()) {
        fields.put(name, value(field.getValue()));
      }
    }
  }

  private static Object value(JsonNode node) {
    if (node.isArray()) {
      List<Object> values = new ArrayList<>(node.size());
      node.forEach(item -> values.add(value(item)));
      return List.copyOf(values);
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isIntegralNumber()) {
      return node.asLong();
    }
    return node.isNumber() ? (Object) node.asDouble() : node.asText(node.toString());
  }
}
