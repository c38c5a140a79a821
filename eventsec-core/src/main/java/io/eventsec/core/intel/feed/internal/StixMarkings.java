package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.Tlp;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The Traffic Light Protocol in STIX: the marking definitions that STIX 2.1 and FIRST have fixed,
 * and those of a feed that say the same in their own ids. Not thread-safe.
 */
final class StixMarkings {
  private static final int MOST = 1_000;
  private static final String PREFIX = "marking-definition--";
  private static final Map<String, Tlp> FIXED =
      Map.of(
          PREFIX + "613f2e26-407d-48c7-9eca-b8e91df99dc9", Tlp.CLEAR,
          PREFIX + "94868c89-83c2-464b-929b-a1a8aa3c8487", Tlp.CLEAR,
          PREFIX + "34098fce-860f-48ae-8e50-ebd3cc5e41da", Tlp.GREEN,
          PREFIX + "bab4a63c-aed9-4cf5-a766-dfca5abac2bb", Tlp.GREEN,
          PREFIX + "f88d31f6-486f-44da-b317-01333bde0b82", Tlp.AMBER,
          PREFIX + "55d920b0-5e8b-4f79-9ee9-91f868d9b421", Tlp.AMBER,
          PREFIX + "939a9414-2ddd-4d32-a0cd-375ea402b003", Tlp.AMBER_STRICT,
          PREFIX + "5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Tlp.RED,
          PREFIX + "e828b379-4e03-4974-9ac4-e53a884c97c1", Tlp.RED);

  private final Map<String, Optional<Tlp>> defined = new HashMap<>();

  StixMarkings() {
    FIXED.forEach((id, tlp) -> defined.put(id, Optional.of(tlp)));
  }

  /** Learns a definition, of the protocol or not. */
  void define(JsonMap object) {
    String name =
        object.text("definition_type").equals("tlp")
            ? object.map("definition").text("tlp")
            : object.text("name");
    if (defined.size() < MOST) {
      defined.putIfAbsent(object.text("id"), Tlp.named(name));
    }
  }

  /** True if the definitions of all markings of an object have been met. */
  boolean know(JsonMap object) {
    return defined.keySet().containsAll(object.texts("object_marking_refs"));
  }

  /** The strictest marking of an object. */
  Optional<Tlp> of(JsonMap object) {
    return object.texts("object_marking_refs").stream()
        .flatMap(id -> defined.getOrDefault(id, Optional.empty()).stream())
        .max(Comparator.naturalOrder());
  }
}
