package io.eventsec.cli.vulns;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.match.VulnerabilityMatch;
import io.eventsec.core.vuln.risk.RiskFacts;
import io.eventsec.core.vuln.vex.JudgedFinding;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.core.vuln.vex.VexStatement;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/**
 * Findings as lines of JSON:
 *
 * <pre>
 * {"vulnerability", "affected", "risk": {"level", "score", "reasons"}, "component": {"name",
 *  "version", "purl", "location"}, "fixedIn": [], "cvss", "epss", "kev": {"added", "due",
 *  "ransomware"}, "ssvc", "summary", "evidence": [{"advisory", "source", "why"}], "status", "vex":
 *  {"status", "justification", "impact", "action", "document", "author", "time"}}
 * </pre>
 */
final class JsonReport {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonReport() {}

  static String write(List<JudgedFinding> findings) throws IOException {
    StringWriter text = new StringWriter();
    for (JudgedFinding judged : findings) {
      if (text.getBuffer().length() > 0) {
        text.append('\n');
      }
      try (JsonGenerator json = JSON.createGenerator(text)) {
        json.writeStartObject();
        write(json, judged.finding());
        json.writeStringField("status", judged.state().status().name());
        if (judged.statement().isPresent()) {
          vex(json, judged.statement().get());
        }
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

  private static void vex(JsonGenerator json, VexStatement statement) throws IOException {
    json.writeObjectFieldStart("vex");
    json.writeStringField("status", statement.claim().status().label());
    text(
        json,
        "justification",
        statement.claim().justification().map(VexJustification::label).orElse(""));
    text(json, "impact", statement.claim().impact());
    text(json, "action", statement.claim().action());
    text(json, "document", statement.source().document());
    text(json, "author", statement.source().author());
    text(json, "time", statement.source().time().map(Instant::toString).orElse(""));
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
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
