package io.eventsec.cli.vulns;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.match.VulnerabilityMatch;
import io.eventsec.core.vuln.risk.RiskFacts;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/**
 * Findings as lines of JSON:
 *
 * <pre>
 * {"vulnerability", "affected", "risk": {"level", "score", "reasons"}, "component": {"name",
 *  "version", "purl", "location"}, "fixedIn": [], "cvss", "epss", "kev": {"added", "due",
 *  "ransomware"}, "ssvc", "summary", "evidence": [{"advisory", "source", "why"}]}
 * </pre>
 */
final class JsonReport {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonReport() {}

  static String write(List<VulnerabilityFinding> findings) throws IOException {
    StringWriter text = new StringWriter();
    for (VulnerabilityFinding finding : findings) {
      if (text.getBuffer().length() > 0) {
        text.append('\n');
      }
      try (JsonGenerator json = JSON.createGenerator(text)) {
        json.writeStartObject();
        write(json, finding);
        json.writeEndObject();
      }
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, VulnerabilityFinding finding) throws IOException {
    json.writeStringField("vulnerability", finding.vulnerability());
    json.writeBooleanField("affected", finding.isAffected());
    json.writeObjectFieldStart("risk");
    json.writeStringField("level", finding.risk().level().name());
    json.writeNumberField("score", finding.risk().score());
    texts(json, "reasons", finding.risk().reasons());
    json.writeEndObject();
    component(json, finding.component());
    texts(json, "fixedIn", finding.fixedIn());
    facts(json, finding.facts());
    json.writeStringField("summary", finding.summary());
    json.writeArrayFieldStart("evidence");
    for (VulnerabilityMatch match : finding.matches()) {
      json.writeStartObject();
      json.writeStringField("advisory", match.advisory().id());
      json.writeStringField("source", match.advisory().source());
      json.writeStringField("why", match.reason().explanation());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void component(JsonGenerator json, SoftwareComponent component)
      throws IOException {
    json.writeObjectFieldStart("component");
    json.writeStringField("name", component.name());
    json.writeStringField("version", component.version());
    if (component.purl().isPresent()) {
      json.writeStringField("purl", component.purl().get().toString());
    }
    if (!component.location().isEmpty()) {
      json.writeStringField("location", component.location());
    }
    json.writeEndObject();
  }

  private static void facts(JsonGenerator json, RiskFacts facts) throws IOException {
    if (facts.cvss().isPresent()) {
      json.writeNumberField("cvss", facts.cvss().getAsDouble());
    }
    if (facts.epss().isPresent()) {
      json.writeNumberField("epss", facts.epss().getAsDouble());
    }
    if (facts.exploited().isPresent()) {
      json.writeObjectFieldStart("kev");
      json.writeStringField("added", facts.exploited().get().added().toString());
      if (facts.exploited().get().due().isPresent()) {
        json.writeStringField("due", facts.exploited().get().due().get().toString());
      }
      json.writeBooleanField("ransomware", facts.exploited().get().ransomware());
      json.writeEndObject();
    }
    if (facts.decision().isPresent()) {
      json.writeStringField("ssvc", facts.decision().get().label());
    }
  }

  static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
