package io.eventsec.persistence.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.advisory.KnownExploited;
import io.eventsec.core.vuln.advisory.Ssvc;
import io.eventsec.core.vuln.risk.RiskFacts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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

  /**
   * Reads {@link #write}. Of the entry among those that are known to be exploited, its number, name
   * and action are not kept and empty.
   */
  public static RiskFacts read(String column) {
    return Json.read("asset_vulnerabilities.facts", column, RiskFactsColumn::facts);
  }

  private static RiskFacts facts(JsonParser json) throws IOException {
    OptionalDouble cvss = OptionalDouble.empty();
    OptionalDouble epss = OptionalDouble.empty();
    Optional<KnownExploited> exploited = Optional.empty();
    Optional<Ssvc> ssvc = Optional.empty();
    Criticality criticality = Criticality.MEDIUM;
    boolean exposed = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "cvss" -> cvss = OptionalDouble.of(json.getDoubleValue());
        case "epss" -> epss = OptionalDouble.of(json.getDoubleValue());
        case "kev" -> exploited = Optional.of(entry(members(json)));
        case "ssvc" -> ssvc = Optional.of(answers(members(json)));
        case "criticality" -> criticality = Criticality.valueOf(json.getText());
        case "exposed" -> exposed = json.getBooleanValue();
        default -> json.skipChildren();
      }
    }
    return new RiskFacts(cvss, epss, exploited, ssvc, criticality, exposed);
  }

  private static Map<String, String> members(JsonParser json) throws IOException {
    Map<String, String> members = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      members.put(name, json.getText());
    }
    return members;
  }

  private static KnownExploited entry(Map<String, String> members) {
    return new KnownExploited(
        "",
        "",
        LocalDate.parse(members.getOrDefault("added", "")),
        Optional.ofNullable(members.get("due")).map(LocalDate::parse),
        Boolean.parseBoolean(members.get("ransomware")),
        "");
  }

  private static Ssvc answers(Map<String, String> members) {
    return new Ssvc(
        Ssvc.Exploitation.valueOf(members.getOrDefault("exploitation", "")),
        Boolean.parseBoolean(members.get("automatable")),
        Boolean.parseBoolean(members.get("total")));
  }
}
