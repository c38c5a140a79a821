package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Trees of JSON. */
public final class Json {
  private Json() {}

  /** An object with nothing in it. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The tree as UTF-8. */
  public static byte[] bytes(JsonNode node) {
    return Text.wellFormed(node.toString()).getBytes(StandardCharsets.UTF_8);
  }
}
