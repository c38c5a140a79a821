package io.eventsec.core.vuln.finding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.RawBatch;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * News of findings told as events, for rules of the logsource {@code product: eventsec, service:
 * finding}:
 *
 * <pre>
 * event.module eventsec, event.dataset eventsec.finding, event.category vulnerability,
 * host.name, host.ip,
 * vulnerability.id, vulnerability.description, vulnerability.score.base, vulnerability.severity,
 * package.name the components, package.fixed_version,
 * eventsec.finding.asset_id,
 * eventsec.finding.label exploited or critical, eventsec.finding.occasion new or bulk,
 * eventsec.finding.risk_score 0 to 1, eventsec.finding.epss, eventsec.finding.due
 * </pre>
 *
 * They are in the journal as everything else that happens: rules that are run again over it find
 * what was found then.
 */
public final class FindingEvents {
  /**
   * The source of these events. No sender can use it: names of sources have no colon. That is what
   * rules about findings rely on.
   */
  public static final String SOURCE = "eventsec:findings";

  private static final String FORMAT = "ecs-json";
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private FindingEvents() {}

  /** The record of the event: one line, always the same for the same news. */
  public static String json(FindingNews news) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("@timestamp", news.at().toString());
      json.writeStringField("message", message(news));
      json.writeStringField("event.kind", "event");
      json.writeStringField("event.category", "vulnerability");
      json.writeStringField("event.type", "info");
      json.writeStringField("event.module", "eventsec");
      json.writeStringField("event.dataset", "eventsec.finding");
      json.writeStringField("host.name", news.host().name());
      strings(json, "host.ip", news.host().addresses());
      hole(json, news);
      found(json, news);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot fail", e);
    }
    return text.toString();
  }

  /** The news in one line, for people. */
  public static String message(FindingNews news) {
    String what =
        switch (news.label()) {
          case EXPLOITED -> "Exploited vulnerability ";
          case CRITICAL -> "Critical vulnerability ";
        };
    return what + news.hole().id() + " on " + news.host().name() + ": " + news.hole().title();
  }

  private static void hole(JsonGenerator json, FindingNews news) throws IOException {
    json.writeStringField("vulnerability.id", news.hole().id());
    json.writeStringField("vulnerability.description", news.hole().title());
    json.writeStringField("vulnerability.severity", "critical");
    if (news.hole().cvss().isPresent()) {
      json.writeNumberField("vulnerability.score.base", news.hole().cvss().getAsDouble());
    }
    if (news.hole().epss().isPresent()) {
      json.writeNumberField("eventsec.finding.epss", news.hole().epss().getAsDouble());
    }
  }

  private static void found(JsonGenerator json, FindingNews news) throws IOException {
    FindingNews.Found found = news.found();
    strings(json, "package.name", found.components());
    if (found.fixedIn().isPresent()) {
      json.writeStringField("package.fixed_version", found.fixedIn().get());
    }
    json.writeStringField("eventsec.finding.asset_id", news.host().asset().toString());
    json.writeStringField("eventsec.finding.label", news.label().wireName());
    json.writeStringField("eventsec.finding.occasion", news.occasion().wireName());
    json.writeNumberField("eventsec.finding.risk_score", found.score());
    if (found.due().isPresent()) {
      json.writeStringField("eventsec.finding.due", found.due().get().toString());
    }
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /**
   * The batch of one event. Told again it is the same batch, and so the same event.
   *
   * @param key see {@link FindingNews#key()}
   * @param json see {@link #json}
   */
  public static RawBatch batch(Tenant tenant, String key, String json, Instant receivedAt) {
    return new RawBatch(
        new EventOrigin(tenant, SOURCE, key, 0),
        key,
        FORMAT,
        receivedAt,
        json.getBytes(StandardCharsets.UTF_8),
        1);
  }
}
