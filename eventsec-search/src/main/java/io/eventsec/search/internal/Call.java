package io.eventsec.search.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request.
 *
 * @param method the HTTP verb
 * @param path from the root, no query
 * @param parameters the query's
 * @param body what is sent, empty for nothing
 * @param contentType of the body
 */
public record Call(
    String method, String path, Map<String, String> parameters, byte[] body, String contentType) {
  private static final byte[] NOTHING = new byte[0];
  private static final String JSON = "application/json";

  /** Asks for a path. */
  public static Call get(String path) {
    return new Call("GET", path, Map.of(), NOTHING, JSON);
  }

  /** Sends JSON. */
  public static Call json(String method, String path, byte[] body) {
    return new Call(method, path, Map.of(), body, JSON);
  }

  /** Sends lines of JSON. */
  public static Call lines(String path, byte[] body) {
    return new Call("POST", path, Map.of(), body, "application/x-ndjson");
  }

  /** The same with one parameter more. */
  public Call with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(name, value);
    return new Call(method, path, all, body, contentType);
  }

  /** The verb and the path, for messages. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
