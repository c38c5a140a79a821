package io.eventsec.persistence.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.match.MatchReason;
import io.eventsec.core.vuln.match.VulnerabilityMatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a vulnerability was found in a component:
 *
 * <pre>
 * {"undecided", "policy", "reasons": [], "advisories": [{"id", "source", "package", "version",
 *  "range", "why", "fixedIn", "undecided"}], "more"}
 * </pre>
 *
 * The same finding is the same text, in whatever order sources said it.
 */
public final class FindingEvidenceColumn {
  private static final int MOST = 50;
  private static final int LONGEST = 500;

  private FindingEvidenceColumn() {}

  /**
   * What a source says.
   *
   * @param id the advisory's
   * @param source the feed's
   * @param why for people, with what was compared
   * @param fixedIn the version that mends it; empty if none is known
   * @param undecided true if it cannot be told whether the version is affected
   */
  public record Said(String id, String source, String why, String fixedIn, boolean undecided) {}

  /**
   * The evidence.
   *
   * @param policy by which the risk was judged, with its version; empty if nobody noted it
   * @param reasons of the risk
   * @param said by the sources, at most 50
   * @param more how many more say so
   */
  public record Evidence(String policy, List<String> reasons, List<Said> said, int more) {
    /** Copies the lists. */
    public Evidence {
      reasons = List.copyOf(reasons);
      said = List.copyOf(said);
    }
  }

  /** The column {@code evidence}. */
  public static String write(VulnerabilityFinding finding, String policy) {
    List<VulnerabilityMatch> matches =
        finding.matches().stream()
            .sorted(
                Comparator.comparing((VulnerabilityMatch match) -> match.advisory().source())
                    .thenComparing(match -> match.advisory().id())
                    .thenComparing(match -> match.reason().explanation()))
            .toList();
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeBooleanField("undecided", !finding.isAffected());
          json.writeStringField("policy", policy);
          json.writeFieldName("reasons");
          Json.writeStrings(json, finding.risk().reasons());
          json.writeArrayFieldStart("advisories");
          for (VulnerabilityMatch match : matches.subList(0, Math.min(MOST, matches.size()))) {
            write(json, match);
          }
          json.writeEndArray();
          json.writeNumberField("more", Math.max(0, matches.size() - MOST));
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, VulnerabilityMatch match) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", match.advisory().id());
    json.writeStringField("source", match.advisory().source());
    compared(json, match.reason());
    json.writeStringField("why", clipped(match.reason().explanation()));
    if (match.reason().fixedIn().isPresent()) {
      json.writeStringField("fixedIn", match.reason().fixedIn().get());
    }
    json.writeBooleanField("undecided", !match.isAffected());
    json.writeEndObject();
  }

  private static void compared(JsonGenerator json, MatchReason reason) throws IOException {
    if (reason instanceof MatchReason.InRange range) {
      compared(json, range.key().toString(), range.version().toString());
      json.writeStringField("range", clipped(range.range().toString()));
    } else if (reason instanceof MatchReason.Listed listed) {
      compared(json, listed.key().toString(), listed.version());
    } else if (reason instanceof MatchReason.ByCpe cpe) {
      json.writeStringField("package", clipped(cpe.name()));
      json.writeStringField("range", clipped(cpe.criterion()));
    } else if (reason instanceof MatchReason.Undecided undecided) {
      compared(json, undecided.key().toString(), undecided.version());
    }
  }

  private static void compared(JsonGenerator json, String name, String version) throws IOException {
    json.writeStringField("package", clipped(name));
    json.writeStringField("version", clipped(version));
  }

  private static String clipped(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + '…';
  }

  /** Reads {@link #write}; whatever else the column holds is no evidence. */
  public static Evidence read(String column) {
    return Json.read(
        "asset_vulnerabilities.evidence",
        column,
        json -> {
          Map<String, Object> found = JsonTree.object(json);
          List<Said> said = new ArrayList<>();
          if (found.get("advisories") instanceof List<?> list) {
            list.forEach(one -> said.add(said(JsonTree.map(one))));
          }
          List<String> reasons = new ArrayList<>();
          if (found.get("reasons") instanceof List<?> list) {
            list.forEach(one -> reasons.add(String.valueOf(one)));
          }
          return new Evidence(
              text(found, "policy"),
              reasons,
              said,
              found.get("more") instanceof Number more ? more.intValue() : 0);
        });
  }

  private static Said said(Map<String, Object> one) {
    return new Said(
        text(one, "id"),
        text(one, "source"),
        text(one, "why"),
        text(one, "fixedIn"),
        Boolean.TRUE.equals(one.get("undecided")));
  }

  private static String text(Map<String, Object> of, String name) {
    return of.get(name) instanceof String text ? text : "";
  }

  /** JSON as maps and lists. */
  private static final class JsonTree {
    private JsonTree() {}

    static Map<String, Object> object(JsonParser json) throws IOException {
      Map<String, Object> fields = new HashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, value(json));
      }
      return fields;
    }

    static Object value(JsonParser json) throws IOException {
      return switch (json.currentToken()) {
        case START_OBJECT -> object(json);
        case START_ARRAY -> Json.readArray(json, JsonTree::value);
        case VALUE_NUMBER_INT -> json.getLongValue();
        case VALUE_TRUE -> Boolean.TRUE;
        case VALUE_FALSE -> Boolean.FALSE;
        default -> json.getText();
      };
    }

    static Map<String, Object> map(Object value) {
      Map<String, Object> copy = new HashMap<>();
      if (value instanceof Map<?, ?> map) {
        map.forEach((key, one) -> copy.put(String.valueOf(key), one));
      }
      return copy;
    }
  }
}
