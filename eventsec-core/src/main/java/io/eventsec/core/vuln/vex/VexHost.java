package io.eventsec.core.vuln.vex;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An asset that a component is on, as a product that has it. Immutable and thread-safe.
 *
 * @param asset its id
 * @param name its host name, for people
 */
public record VexHost(UUID asset, String name) {
  private static final String URN = "urn:uuid:";

  /** What {@link #component} is known by, without the name, which may change. */
  public static String id(UUID asset) {
    return URN + asset;
  }

  /** The product: all formats call it by its id, a URN that ends with the name. */
  public VexComponent component() {
    String fragment = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return new VexComponent(
        id(asset) + '#' + fragment, List.of(), List.of(), Map.of(), List.of(), List.of());
  }

  /** True if a document calls an asset of that id so, whatever name it had then. */
  static boolean means(String called, String id) {
    return id.startsWith(URN) && called.startsWith(id + '#');
  }
}
