package io.eventsec.persistence.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.vuln.advisory.KnownExploited;
import io.eventsec.core.vuln.advisory.Ssvc;
import io.eventsec.core.vuln.risk.RiskFacts;
import java.io.IOException;

/**
 * What a risk was judged by; what nobody says is left out:
 *
 * <pre>
 * {"cvss", "epss", "kev": {"added", "due", "ransomware"},
 *  "ssvc": {"exploitation", "automatable", "total"}, "criticality", "exposed"}
 * </pre>
 */
public final class RiskFactsColumn {
  private RiskFactsColumn() {}

  /** The column {@code facts}. */
  public static String write(RiskFacts facts) {
    return Json.write(
        json -> {
          json.writeStartObject();
          if (facts.cvss().isPresent()) {
            json.writeNumberField("cvss", facts.cvss().getAsDouble());
          }
          if (facts.epss().isPresent()) {
            json.writeNumberField("epss", facts.epss().getAsDouble());
          }
          if (facts.exploited().isPresent()) {
            write(json, facts.exploited().get());
          }
          if (facts.ssvc().isPresent()) {
            write(json, facts.ssvc().get());
          }
          json.writeStringField("criticality", facts.criticality().name());
          json.writeBooleanField("exposed", facts.exposed());
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, KnownExploited entry) throws IOException {
    json.writeObjectFieldStart("kev");
    json.writeStringField("added", entry.added().toString());
    if (entry.due().isPresent()) {
      json.writeStringField("due", entry.due().get().toString());
    }
    json.writeBooleanField("ransomware", entry.ransomware());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Ssvc answers) throws IOException {
    json.writeObjectFieldStart("ssvc");
    json.writeStringField("exploitation", answers.exploitation().name());
    json.writeBooleanField("automatable", answers.automatable());
    json.writeBooleanField("total", answers.total());
    json.writeEndObject();
  }
}
