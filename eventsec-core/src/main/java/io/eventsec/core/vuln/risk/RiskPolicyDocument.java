package io.eventsec.core.vuln.risk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.internal.PlainJsonReader;
import io.eventsec.core.vuln.RiskLevel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A policy of risk as a document, which the server stores and the command line reads:
 *
 * <pre>
 * {"name": "ours",
 *  "levels": {"critical": [{"exploited": true}, {"cvss": 9.0, "epss": 0.3}],
 *             "high": [{"cvss": 7.0}], "medium": [{"ssvc": "attend", "exposed": true}]},
 *  "weights": {"cvss": 0.7, "epss": 0.3, "exploited": 0.2},
 *  "dueDays": {"critical": 7, "high": 30}}
 * </pre>
 *
 * <p>A level is that of the highest list with a condition that holds, and {@code low} is what
 * remains. A condition may ask for {@code cvss}, {@code epss}, {@code exploited}, {@code
 * ransomware}, {@code ssvc} (track, track_closely, attend, act) and {@code exposed}; all that it
 * asks must be so. Weights are those of the built-in policy unless they are said; a level without
 * days is never due.
 *
 * @param policy what it says; of version 1 if it does not say which
 * @param versioned true if it says which version it is
 */
public record RiskPolicyDocument(RiskPolicy policy, boolean versioned) {
  /** How many bytes a document may have. */
  public static final int MOST_BYTES = 64 * 1024;

  private static final JsonFactory FACTORY = new JsonFactory();

  /**
   * Reads a document.
   *
   * @param json one object, as UTF-8
   * @throws InvalidRiskPolicyException if it is no policy
   */
  public static RiskPolicyDocument read(byte[] json) throws InvalidRiskPolicyException {
    if (json.length > MOST_BYTES) {
      throw whole(
          json.length + " bytes", "are more than a policy may have", "use at most " + MOST_BYTES);
    }
    try {
      Map<String, Object> document =
          PlainJsonReader.object(json)
              .orElseThrow(() -> whole("", "is not one object of JSON", "write {\"name\": ...}"));
      return RiskPolicyFields.document(document);
    } catch (IOException e) {
      InvalidRiskPolicyException invalid =
          whole("", "is no JSON in UTF-8", "write {\"name\": ...}");
      invalid.initCause(e);
      throw invalid;
    }
  }

  private static InvalidRiskPolicyException whole(String value, String rule, String cure) {
    return new InvalidRiskPolicyException("document", value, rule, cure);
  }

  /** Writes a policy with its version, so that reading it again gives an equal one. */
  public static String write(RiskPolicy policy) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("name", policy.name());
      json.writeNumberField("version", policy.version());
      json.writeObjectFieldStart("levels");
      for (RiskLevel level : RiskPolicyFields.WORST_FIRST) {
        List<RiskCondition> conditions = policy.levels().getOrDefault(level, List.of());
        if (!conditions.isEmpty()) {
          write(json, level, conditions);
        }
      }
      json.writeEndObject();
      write(json, policy.weights());
      json.writeObjectFieldStart("dueDays");
      for (RiskLevel level : RiskPolicyFields.WORST_FIRST) {
        Integer days = policy.dueDays().get(level);
        if (days != null) {
          json.writeNumberField(name(level), days);
        }
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot fail", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, RiskLevel level, List<RiskCondition> conditions)
      throws IOException {
    json.writeArrayFieldStart(name(level));
    for (RiskCondition condition : conditions) {
      write(json, condition);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, RiskCondition condition) throws IOException {
    json.writeStartObject();
    if (condition.cvss().isPresent()) {
      json.writeNumberField("cvss", condition.cvss().getAsDouble());
    }
    if (condition.epss().isPresent()) {
      json.writeNumberField("epss", condition.epss().getAsDouble());
    }
    asked(json, "exploited", condition.exploited());
    asked(json, "ransomware", condition.ransomware());
    if (condition.decision().isPresent()) {
      json.writeStringField("ssvc", name(condition.decision().get()));
    }
    asked(json, "exposed", condition.exposed());
    json.writeEndObject();
  }

  private static void asked(JsonGenerator json, String name, boolean asked) throws IOException {
    if (asked) {
      json.writeBooleanField(name, true);
    }
  }

  private static void write(JsonGenerator json, RiskWeights weights) throws IOException {
    json.writeObjectFieldStart("weights");
    json.writeNumberField("cvss", weights.cvss());
    json.writeNumberField("epss", weights.epss());
    json.writeNumberField("exploited", weights.exploited());
    json.writeEndObject();
  }

  /** As documents spell it. */
  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
