package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.core.vuln.range.VersRange;
import io.eventsec.core.vuln.vex.VexClaim;
import io.eventsec.core.vuln.vex.VexComponent;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.core.vuln.vex.VexProduct;
import io.eventsec.core.vuln.vex.VexSource;
import io.eventsec.core.vuln.vex.VexStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes OpenVEX 0.2.0. Ranges are the qualifier {@code vers} of package URLs. */
final class OpenVexWriter implements VexLayout {
  private static final String CONTEXT = OpenVex.CONTEXT + "/v0.2.0";

  @Override
  public Map<String, Object> head(VexSource source, String subject) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("@context", CONTEXT);
    json.put("@id", source.document());
    json.put("author", source.author());
    json.put("timestamp", VexWriter.time(source).toString());
    json.put("version", 1);
    json.put("tooling", "EVENTSEC");
    return json;
  }

  @Override
  public String list() {
    return "statements";
  }

  @Override
  public List<Map<String, Object>> items(List<VexStatement> statements) {
    return statements.stream().map(OpenVexWriter::statement).toList();
  }

  @Override
  public Map<String, Object> tail() {
    return Map.of();
  }

  private static Map<String, Object> statement(VexStatement statement) {
    Map<String, Object> json = new LinkedHashMap<>();
    Map<String, Object> vulnerability = new LinkedHashMap<>();
    vulnerability.put("name", statement.vulnerability().id());
    VexWriter.put(vulnerability, "description", statement.vulnerability().description());
    if (!statement.vulnerability().aliases().isEmpty()) {
      vulnerability.put("aliases", statement.vulnerability().aliases().stream().sorted().toList());
    }
    json.put("vulnerability", vulnerability);
    statement.source().time().ifPresent(time -> json.put("timestamp", time.toString()));
    json.put("products", products(statement));
    VexClaim claim = VexWriter.complete(statement.claim());
    json.put("status", claim.status().label());
    VexWriter.put(
        json, "justification", claim.justification().map(VexJustification::label).orElse(""));
    VexWriter.put(json, "impact_statement", claim.impact());
    VexWriter.put(json, "action_statement", claim.action());
    return json;
  }

  private static List<Map<String, Object>> products(VexStatement statement) {
    List<Map<String, Object>> products = new ArrayList<>();
    Map<VexComponent, List<Map<String, Object>>> parts = new LinkedHashMap<>();
    for (VexProduct product : statement.products()) {
      List<Map<String, Object>> written = components(product.component());
      if (product.within().isEmpty()) {
        products.addAll(written);
      } else if (product.within().size() == 1) {
        parts.computeIfAbsent(product.within().get(0), any -> new ArrayList<>()).addAll(written);
      } else {
        throw new IllegalArgumentException(
            product.component().label()
                + " is within "
                + product.within().size()
                + " products at once; OpenVEX has products and subcomponents, write CSAF");
      }
    }
    parts.forEach(
        (whole, of) -> {
          for (Map<String, Object> one : components(whole)) {
            one.put("subcomponents", of);
            products.add(one);
          }
        });
    return products;
  }

  /** One for each version and range that is meant. */
  private static List<Map<String, Object>> components(VexComponent component) {
    if (!component.hasVersions()) {
      return List.of(component(component, component.purls()));
    }
    if (component.purls().isEmpty()) {
      throw new IllegalArgumentException(
          component.label()
              + " is meant in certain versions; OpenVEX has them in package URLs only, give it one");
    }
    List<Map<String, Object>> components = new ArrayList<>();
    for (String version : component.versions()) {
      components.add(component(component, List.of(with(component, version, ""))));
    }
    for (VersRange range : component.ranges()) {
      components.add(component(component, List.of(with(component, "", range.toString()))));
    }
    return components;
  }

  private static PackageUrl with(VexComponent component, String version, String range) {
    PackageUrl purl = component.purls().get(0);
    Map<String, String> qualifiers = new LinkedHashMap<>(purl.qualifiers());
    if (!range.isEmpty()) {
      qualifiers.put("vers", range);
    }
    return new PackageUrl(
        purl.type(), purl.namespace(), purl.name(), version, qualifiers, purl.subpath());
  }

  private static Map<String, Object> component(VexComponent component, List<PackageUrl> purls) {
    Map<String, Object> json = new LinkedHashMap<>();
    VexWriter.put(json, "@id", purls.isEmpty() ? component.id() : purls.get(0).toString());
    Map<String, Object> identifiers = new LinkedHashMap<>();
    if (purls.size() > 1) {
      identifiers.put("purl", purls.get(1).toString());
    }
    // A name with a version of its own would mean that one besides.
    if (!component.cpes().isEmpty() && !component.hasVersions()) {
      CpeName name = component.cpes().get(0);
      identifiers.put("cpe23", name.toString());
    }
    if (!identifiers.isEmpty()) {
      json.put("identifiers", identifiers);
    }
    if (!component.hashes().isEmpty()) {
      Map<String, Object> hashes = new LinkedHashMap<>();
      component.hashes().forEach((name, value) -> hashes.put(dashed(name), value));
      json.put("hashes", hashes);
    }
    return json;
  }

  /** {@code sha256} as its table of names has it: {@code sha-256}. */
  private static String dashed(String algorithm) {
    return algorithm.replaceFirst("^(sha3|sha)([0-9]{3})$", "$1-$2");
  }
}
