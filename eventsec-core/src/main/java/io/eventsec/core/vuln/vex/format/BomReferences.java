package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.vuln.vex.VexComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the references of documents of CycloneDX mean: those within a document, and BOM-Links
 * ({@code urn:cdx:serial/version#reference}) to documents that are known. Not thread-safe while it
 * is filled.
 */
final class BomReferences {
  static final String LINK = "urn:cdx:";
  private static final String SERIAL = "urn:uuid:";
  private static final int DEEPEST = 50;
  private static final int MOST = 500_000;

  private final Map<String, Map<String, Optional<VexComponent>>> bySerial = new HashMap<>();

  /** Adds the components of a document. */
  void add(JsonFields bom, Consumer<String> problems) {
    Map<String, Optional<VexComponent>> components =
        bySerial.computeIfAbsent(serial(bom), any -> new HashMap<>());
    JsonFields subject = bom.object("metadata").object("component");
    add(subject, components, problems);
    addAll(subject, components, problems, 0);
    addAll(bom, components, problems, 0);
  }

  private static String serial(JsonFields bom) {
    String serial = bom.text("serialNumber");
    return serial.startsWith(SERIAL) ? serial.substring(SERIAL.length()) : serial;
  }

  private static void addAll(
      JsonFields parent,
      Map<String, Optional<VexComponent>> components,
      Consumer<String> problems,
      int depth) {
    if (depth == DEEPEST) {
      problems.accept("components deeper than " + DEEPEST + " are not looked at; flatten them");
      return;
    }
    for (JsonFields component : parent.objects("components")) {
      add(component, components, problems);
      addAll(component, components, problems, depth + 1);
    }
  }

  private static void add(
      JsonFields component,
      Map<String, Optional<VexComponent>> components,
      Consumer<String> problems) {
    String reference = component.text("bom-ref");
    if (!reference.isEmpty() && components.size() < MOST) {
      components.put(
          reference,
          component(
              component, problem -> problems.accept("component '" + reference + "': " + problem)));
    }
  }

  private static Optional<VexComponent> component(JsonFields named, Consumer<String> problems) {
    ComponentNames names = new ComponentNames(problems);
    names.purl(named.text("purl")).cpe(named.text("cpe")).called(named.text("name"));
    for (JsonFields hash : named.objects("hashes")) {
      String value = hash.text("content").isEmpty() ? hash.text("value") : hash.text("content");
      names.hash(hash.text("alg"), value);
    }
    if (!names.hasVersion()) {
      names.version(named.text("version"));
    }
    return names.component();
  }

  /**
   * The component that is meant.
   *
   * @param of the document that has the reference
   * @param reference of its own, a BOM-Link, a package URL or a CPE name
   * @return empty if it is none of them, or means a component without a name
   */
  Optional<VexComponent> component(JsonFields of, String reference, Consumer<String> problems) {
    String serial = serial(of);
    String within = reference;
    int hash = reference.indexOf('#');
    if (reference.startsWith(LINK) && hash > 0) {
      int end = reference.indexOf('/');
      serial = reference.substring(LINK.length(), end > 0 && end < hash ? end : hash);
      within = decoded(reference.substring(hash + 1));
    }
    Optional<VexComponent> known =
        bySerial.getOrDefault(serial, Map.of()).getOrDefault(within, Optional.empty());
    boolean named = within.startsWith("pkg:") || within.startsWith("cpe:");
    return known.isEmpty() && named ? new ComponentNames(problems).name(within).component() : known;
  }

  /** As it is where it is not escaped, which {@code +} of versions is not. */
  private static String decoded(String fragment) {
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return fragment;
    }
  }
}
