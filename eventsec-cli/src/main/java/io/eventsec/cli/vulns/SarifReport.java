package io.eventsec.cli.vulns;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.match.VulnerabilityMatch;
import io.eventsec.core.vuln.vex.JudgedFinding;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as SARIF 2.1.0 (OASIS): a rule for each vulnerability, a result for each finding, where
 * the component was found or else in the inventory.
 */
final class SarifReport {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private SarifReport() {}

  static String write(String subject, List<JudgedFinding> findings) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      Map<String, Integer> rules = tool(json, findings);
      json.writeArrayFieldStart("results");
      for (JudgedFinding judged : findings) {
        json.writeStartObject();
        result(json, judged.finding(), rules, subject);
        suppression(json, judged);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static Map<String, Integer> tool(JsonGenerator json, List<JudgedFinding> findings)
      throws IOException {
    Map<String, Integer> rules = new LinkedHashMap<>();
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "eventsec");
    json.writeArrayFieldStart("rules");
    for (JudgedFinding judged : findings) {
      VulnerabilityFinding finding = judged.finding();
      if (rules.putIfAbsent(finding.vulnerability(), rules.size()) == null) {
        rule(json, finding);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    return rules;
  }

  private static void rule(JsonGenerator json, VulnerabilityFinding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", finding.vulnerability());
    json.writeObjectFieldStart("shortDescription");
    String summary = finding.summary();
    json.writeStringField("text", summary.isEmpty() ? finding.vulnerability() : summary);
    json.writeEndObject();
    if (finding.facts().cvss().isPresent()) {
      json.writeObjectFieldStart("properties");
      json.writeStringField(
          "security-severity", String.valueOf(finding.facts().cvss().getAsDouble()));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void result(
      JsonGenerator json, VulnerabilityFinding finding, Map<String, Integer> rules, String subject)
      throws IOException {
    json.writeStringField("ruleId", finding.vulnerability());
    json.writeNumberField("ruleIndex", rules.getOrDefault(finding.vulnerability(), 0));
    json.writeStringField("level", level(finding));
    json.writeObjectFieldStart("message");
    StringBuilder message = new StringBuilder(FindingText.reference(finding));
    for (VulnerabilityMatch match : finding.matches()) {
      message
          .append("; ")
          .append(match.advisory().id())
          .append(": ")
          .append(match.reason().explanation());
    }
    json.writeStringField("text", message.toString());
    json.writeEndObject();
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    String location = finding.component().location();
    json.writeStringField("uri", uri(location.isEmpty() ? subject : location));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  /** What VEX takes out is no result that somebody has to look at (section 3.35). */
  private static void suppression(JsonGenerator json, JudgedFinding judged) throws IOException {
    if (!judged.isSuppressed()) {
      return;
    }
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    json.writeStringField("kind", "external");
    json.writeStringField("status", "accepted");
    json.writeStringField("justification", FindingText.vex(judged));
    json.writeEndObject();
    json.writeEndArray();
  }

  private static String level(VulnerabilityFinding finding) {
    if (!finding.isAffected() || finding.risk().level() == RiskLevel.LOW) {
      return "note";
    }
    return finding.risk().level() == RiskLevel.MEDIUM ? "warning" : "error";
  }

  /** A path as a reference of RFC 3986: what that does not allow is escaped. */
  private static String uri(String path) throws IOException {
    try {
      return new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IOException("'" + path + "' cannot be written as a URI", e);
    }
  }
}
