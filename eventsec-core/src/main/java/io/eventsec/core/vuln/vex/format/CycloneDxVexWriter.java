package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.core.vuln.vex.VexClaim;
import io.eventsec.core.vuln.vex.VexComponent;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.core.vuln.vex.VexProduct;
import io.eventsec.core.vuln.vex.VexSource;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.core.vuln.vex.VexStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes CycloneDX 1.6: the components, and what is said of vulnerabilities in them. Used once. */
final class CycloneDxVexWriter implements VexLayout {
  private static final String SERIAL = "urn:uuid:";

  /** Components without versions that stand beside them, by their references. */
  private final Map<VexComponent, String> references = new LinkedHashMap<>();

  private final Set<String> taken = new HashSet<>();

  @Override
  public Map<String, Object> head(VexSource source, String subject) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("bomFormat", "CycloneDX");
    json.put("specVersion", "1.6");
    json.put("serialNumber", serial(source.document()));
    json.put("version", 1);
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("timestamp", VexWriter.time(source).toString());
    if (!source.author().isEmpty()) {
      metadata.put("authors", List.of(Map.of("name", source.author())));
    }
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("type", "application");
    whole.put("name", subject);
    metadata.put("component", whole);
    json.put("metadata", metadata);
    return json;
  }

  @Override
  public String list() {
    return "vulnerabilities";
  }

  @Override
  public List<Map<String, Object>> items(List<VexStatement> statements) {
    return statements.stream().map(this::vulnerability).toList();
  }

  @Override
  public Map<String, Object> tail() {
    List<Map<String, Object>> components = new ArrayList<>();
    references.forEach((component, reference) -> components.add(component(component, reference)));
    return Map.of("components", components);
  }

  /** Serial numbers are UUIDs; another id has one of its own. */
  private static String serial(String id) {
    return id.startsWith(SERIAL)
        ? id
        : SERIAL + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Object> vulnerability(VexStatement statement) {
    VexClaim claim = statement.claim();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", statement.vulnerability().id());
    List<Map<String, Object>> aliases = new ArrayList<>();
    for (String alias : statement.vulnerability().aliases().stream().sorted().toList()) {
      aliases.add(Map.of("id", alias, "source", Map.of("name", prefix(alias))));
    }
    if (!aliases.isEmpty()) {
      json.put("references", aliases);
    }
    VexWriter.put(json, "description", statement.vulnerability().description());
    VexWriter.put(json, "recommendation", claim.action());
    Map<String, Object> analysis = new LinkedHashMap<>();
    analysis.put("state", state(claim.status()));
    VexWriter.put(
        analysis,
        "justification",
        claim.written().isEmpty()
            ? claim.justification().map(VexJustification::cycloneDxLabel).orElse("")
            : claim.written());
    VexWriter.put(analysis, "detail", claim.impact());
    statement.source().time().ifPresent(time -> analysis.put("lastUpdated", time.toString()));
    json.put("analysis", analysis);
    json.put("affects", statement.products().stream().map(this::affected).toList());
    return json;
  }

  /** Whose id it is, as far as it says: {@code GHSA}. */
  private static String prefix(String id) {
    int dash = id.indexOf('-');
    return dash > 0 ? id.substring(0, dash) : id;
  }

  private static String state(VexStatus status) {
    return switch (status) {
      case NOT_AFFECTED -> "not_affected";
      case AFFECTED -> "exploitable";
      case FIXED -> "resolved";
      case UNDER_INVESTIGATION -> "in_triage";
    };
  }

  private Map<String, Object> affected(VexProduct product) {
    if (!product.within().isEmpty()) {
      throw new IllegalArgumentException(
          product.component().label()
              + " is only meant within "
              + product.within().get(0).label()
              + "; CycloneDX cannot say that, write OpenVEX or CSAF");
    }
    VexComponent component = product.component();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ref", reference(component.in(List.of(), List.of())));
    if (component.hasVersions()) {
      List<Map<String, Object>> versions = new ArrayList<>();
      component.versions().forEach(version -> versions.add(Map.of("version", version)));
      component.ranges().forEach(range -> versions.add(Map.of("range", range.toString())));
      json.put("versions", versions);
    }
    return json;
  }

  private String reference(VexComponent component) {
    String known = references.get(component);
    if (known != null) {
      return known;
    }
    // Others may have the same first name, and no reference may look like a BOM-Link.
    String label = component.label();
    boolean own = !label.startsWith(BomReferences.LINK) && !taken.contains(label);
    String reference = own ? label : "component-" + (taken.size() + 1) + '#' + label;
    taken.add(reference);
    VexLayout.bound(taken.size());
    references.put(component, reference);
    return reference;
  }

  private static Map<String, Object> component(VexComponent component, String reference) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "library");
    json.put("bom-ref", reference);
    if (component.purls().isEmpty()) {
      json.put("name", component.label());
    } else {
      PackageUrl purl = component.purls().get(0);
      json.put("name", purl.name());
      VexWriter.put(json, "version", purl.version());
      json.put("purl", purl.toString());
    }
    if (!component.cpes().isEmpty()) {
      json.put("cpe", component.cpes().get(0).toString());
    }
    if (!component.hashes().isEmpty()) {
      List<Map<String, Object>> hashes = new ArrayList<>();
      component
          .hashes()
          .forEach((name, value) -> hashes.add(Map.of("alg", dashed(name), "content", value)));
      json.put("hashes", hashes);
    }
    return json;
  }

  /** {@code sha256} as the specification lists it: {@code SHA-256}. */
  private static String dashed(String algorithm) {
    return algorithm.toUpperCase(Locale.ROOT).replaceFirst("^(SHA3|SHA)([0-9]{3}|1)$", "$1-$2");
  }
}
