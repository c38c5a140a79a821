package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The fields of an index. What no template names is mapped by its first value: documents that come
 * back in another order would be mapped otherwise, and some of them be refused.
 */
final class IndexMapping {
  private IndexMapping() {}

  /** As one line of JSON; empty if there is no such index. */
  static Optional<byte[]> of(Rest rest, String index) {
    Answer answer = rest.send(Call.get("/" + index + "/_mapping"));
    if (answer.status() == 404) {
      return Optional.empty();
    }
    JsonNode properties = answer.json().path(index).path("mappings").path("properties");
    ObjectNode mapping = Json.object();
    mapping.set("properties", properties.isObject() ? properties : Json.object());
    return Optional.of(Json.bytes(mapping));
  }

  /**
   * Gives a stream's write index these fields.
   *
   * @return why not, if the index has them otherwise; it is left as it is then
   */
  static Optional<String> put(Rest rest, String stream, byte[] mapping) {
    Answer answer =
        rest.send(
            Call.json("PUT", "/" + stream + "/_mapping", mapping).with("write_index_only", "true"));
    return answer.ok() ? Optional.empty() : Optional.of(answer.reason());
  }
}
