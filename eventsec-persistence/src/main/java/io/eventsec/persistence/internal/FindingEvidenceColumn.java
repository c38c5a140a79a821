package io.eventsec.persistence.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventsec.core.vuln.finding.FindingEvidence;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a vulnerability was found in a component; what an advisory does not have is left out:
 *
 * <pre>
 * {"undecided", "policy", "reasons": [], "advisories": [{"id", "source", "package", "version",
 *  "range", "why", "fixedIn", "undecided"}], "more"}
 * </pre>
 */
public final class FindingEvidenceColumn {
  private FindingEvidenceColumn() {}

  /**
   * The column {@code evidence}.
   *
   * @param undecided true if no source can tell whether the version is affected
   */
  public static String write(FindingEvidence evidence, boolean undecided) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeBooleanField("undecided", undecided);
          json.writeStringField("policy", evidence.policy());
          json.writeFieldName("reasons");
          Json.writeStrings(json, evidence.reasons());
          json.writeArrayFieldStart("advisories");
          for (FindingEvidence.Said one : evidence.said()) {
            write(json, one);
          }
          json.writeEndArray();
          json.writeNumberField("more", evidence.more());
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, FindingEvidence.Said one) throws IOException {
    json.writeStartObject();
    text(json, "id", one.advisory());
    text(json, "source", one.source());
    text(json, "package", one.component());
    text(json, "version", one.version());
    text(json, "range", one.range());
    text(json, "why", one.why());
    text(json, "fixedIn", one.fixedIn());
    json.writeBooleanField("undecided", one.undecided());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }

  /** Reads {@link #write}; what is missing is empty. */
  public static FindingEvidence read(String column) {
    return Json.read("asset_vulnerabilities.evidence", column, FindingEvidenceColumn::evidence);
  }

  private static FindingEvidence evidence(JsonParser json) throws IOException {
    String policy = "";
    List<String> reasons = List.of();
    List<FindingEvidence.Said> said = List.of();
    int more = 0;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "policy" -> policy = json.getText();
        case "reasons" -> reasons = Json.readStrings(json);
        case "advisories" -> said = Json.readArray(json, FindingEvidenceColumn::said);
        case "more" -> more = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    return new FindingEvidence(policy, reasons, said, more);
  }

  private static FindingEvidence.Said said(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    boolean undecided = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, json.getText());
      } else {
        undecided |= name.equals("undecided") && json.getBooleanValue();
      }
    }
    return new FindingEvidence.Said(
        texts.getOrDefault("id", ""),
        texts.getOrDefault("source", ""),
        texts.getOrDefault("package", ""),
        texts.getOrDefault("version", ""),
        texts.getOrDefault("range", ""),
        texts.getOrDefault("why", ""),
        texts.getOrDefault("fixedIn", ""),
        undecided);
  }
}
