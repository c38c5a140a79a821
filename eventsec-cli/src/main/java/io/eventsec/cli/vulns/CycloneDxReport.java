package io.eventsec.cli.vulns;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.match.VulnerabilityMatch;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as CycloneDX 1.6: components with the vulnerabilities that affect them. What is affected
 * is {@code in_triage}: whether it can be exploited, people say.
 */
final class CycloneDxReport {
  private static final JsonFactory JSON = new JsonFactory();

  private CycloneDxReport() {}

  static String write(String subject, List<VulnerabilityFinding> findings) throws IOException {
    StringWriter text = new StringWriter();
    Map<String, List<VulnerabilityFinding>> byVulnerability = new LinkedHashMap<>();
    Map<String, VulnerabilityFinding> components = new LinkedHashMap<>();
    for (VulnerabilityFinding finding : findings) {
      byVulnerability
          .computeIfAbsent(finding.vulnerability(), any -> new ArrayList<>())
          .add(finding);
      components.putIfAbsent(FindingText.reference(finding), finding);
    }
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("bomFormat", "CycloneDX");
      json.writeStringField("specVersion", "1.6");
      json.writeNumberField("version", 1);
      json.writeObjectFieldStart("metadata");
      json.writeObjectFieldStart("component");
      json.writeStringField("type", "application");
      json.writeStringField("name", subject);
      json.writeEndObject();
      json.writeEndObject();
      json.writeArrayFieldStart("components");
      for (Map.Entry<String, VulnerabilityFinding> one : components.entrySet()) {
        component(json, one.getKey(), one.getValue());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("vulnerabilities");
      for (List<VulnerabilityFinding> of : byVulnerability.values()) {
        vulnerability(json, of);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void component(JsonGenerator json, String reference, VulnerabilityFinding finding)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "library");
    json.writeStringField("bom-ref", reference);
    json.writeStringField("name", finding.component().name());
    json.writeStringField("version", finding.component().version());
    if (finding.component().purl().isPresent()) {
      json.writeStringField("purl", finding.component().purl().get().toString());
    }
    json.writeEndObject();
  }

  private static void vulnerability(JsonGenerator json, List<VulnerabilityFinding> of)
      throws IOException {
    VulnerabilityFinding first = of.get(0);
    json.writeStartObject();
    json.writeStringField("id", first.vulnerability());
    if (first.facts().cvss().isPresent()) {
      json.writeArrayFieldStart("ratings");
      json.writeStartObject();
      json.writeNumberField("score", first.facts().cvss().getAsDouble());
      json.writeEndObject();
      json.writeEndArray();
    }
    if (!first.summary().isEmpty()) {
      json.writeStringField("description", first.summary());
    }
    json.writeObjectFieldStart("analysis");
    json.writeStringField("state", "in_triage");
    json.writeStringField("detail", detail(of));
    json.writeEndObject();
    json.writeArrayFieldStart("affects");
    for (VulnerabilityFinding finding : of) {
      json.writeStartObject();
      json.writeStringField("ref", FindingText.reference(finding));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String detail(List<VulnerabilityFinding> of) {
    List<String> parts = new ArrayList<>();
    for (VulnerabilityFinding finding : of) {
      for (VulnerabilityMatch match : finding.matches()) {
        parts.add(match.advisory().id() + ": " + match.reason().explanation());
      }
    }
    return String.join("; ", parts);
  }
}
