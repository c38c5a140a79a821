package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eventsec.core.spi.StoreUnavailableException;
import java.io.IOException;
import java.util.Locale;

/**
 * What OpenSearch said.
 *
 * @param status of HTTP
 * @param body JSON mostly
 */
public record Answer(int status, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 500;

  /** True for a status of 2xx. */
  public boolean ok() {
    return status / 100 == 2;
  }

  /**
   * The body as a tree.
   *
   * @throws StoreUnavailableException if it is no JSON: something else than OpenSearch answered
   */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new StoreUnavailableException(
          "What answered with HTTP "
              + status
              + " does not speak JSON; check that eventsec.opensearch.url names an OpenSearch",
          e);
    }
  }

  /** The type of the error, in lower case; empty if it names none. */
  public String errorType() {
    return status < 400 ? "" : error("type").toLowerCase(Locale.ROOT);
  }

  /** The reason of the error: the innermost that it names, for a person. */
  public String reason() {
    String reason = error("reason");
    return reason.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + reason;
  }

  private String error(String name) {
    try {
      JsonNode error = JSON.readTree(body).path("error");
      JsonNode root = error.path("root_cause").path(0);
      JsonNode shown = root.isMissingNode() ? error : root;
      String text = shown.isTextual() ? shown.asText() : shown.path(name).asText("");
      return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    } catch (IOException e) {
      return "";
    }
  }
}
