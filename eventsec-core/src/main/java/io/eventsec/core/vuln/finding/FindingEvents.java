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
import java.util.Optional;

/**
 * What is told of findings as events, for rules of the logsource {@code product: eventsec, service:
 * finding}:
 *
 * <pre>
 * event.module eventsec, event.dataset eventsec.finding, event.category vulnerability,
 * host.name, host.ip,
 * vulnerability.id, vulnerability.description, vulnerability.score.base, vulnerability.severity,
 * package.name the components, package.fixed_version,
 * eventsec.finding.asset_id, eventsec.finding.count,
 * eventsec.finding.label exploited or critical, eventsec.finding.occasion new, bulk or standing,
 * eventsec.finding.risk_score 0 to 1, eventsec.finding.epss, eventsec.finding.due
 * </pre>
 *
 * What an asset still has is told once a day in one event for each label, of the occasion {@code
 * standing}: {@code vulnerability.id} has the worst of them, {@code eventsec.finding.count} says
 * how many there are, and what belongs to one vulnerability or package is left out.
 *
 * <p>They are in the journal as everything else that happens: rules that are run again over it find
 * what was found then.
 */
public final class FindingEvents {
  /**
   * The source of these events. No sender can use it: names of sources have no colon. That is what
   * rules about findings rely on.
   */
  public static final String SOURCE = "eventsec:findings";

  /** It is no news: the host still has it. */
  private static final String STANDING = "standing";

  private static final String FORMAT = "ecs-json";
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private FindingEvents() {}

  /** The record of the event: one line, always the same for the same news. */
  public static String json(FindingNews news) {
    return record(
        news.at(),
        message(news),
        news.host(),
        json -> {
          hole(json, news);
          found(json, news);
          occasion(
              json,
              news.label(),
              news.occasion().wireName(),
              news.found().score(),
              news.found().due());
        });
  }

  /** The record of the event of what an asset still has: one line. */
  public static String json(StandingFindings standing) {
    return record(
        standing.at(),
        message(standing),
        standing.host(),
        json -> {
          strings(json, "vulnerability.id", standing.vulnerabilities());
          json.writeStringField("vulnerability.severity", "critical");
          json.writeStringField("eventsec.finding.asset_id", standing.host().asset().toString());
          json.writeNumberField("eventsec.finding.count", standing.count());
          occasion(json, standing.label(), STANDING, standing.score(), standing.due());
        });
  }

  /** What an event says beside when, where and whose. */
  @FunctionalInterface
  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  private static String record(Instant at, String message, FindingNews.Host host, Content content) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("@timestamp", at.toString());
      json.writeStringField("message", message);
      json.writeStringField("event.kind", "event");
      json.writeStringField("event.category", "vulnerability");
      json.writeStringField("event.type", "info");
      json.writeStringField("event.module", "eventsec");
      json.writeStringField("event.dataset", "eventsec.finding");
      json.writeStringField("host.name", host.name());
      strings(json, "host.ip", host.addresses());
      content.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot fail", e);
    }
    return text.toString();
  }

  /** The news in one line, for people. */
  public static String message(FindingNews news) {
    String what = adjective(news.label()) + " vulnerability " + news.hole().id();
    return what + " on " + news.host().name() + ": " + news.hole().title();
  }

  private static String message(StandingFindings standing) {
    String ids = String.join(", ", standing.vulnerabilities());
    return adjective(standing.label())
        + " vulnerabilities that "
        + standing.host().name()
        + " still has: "
        + standing.count()
        + (standing.count() > standing.vulnerabilities().size() ? ", the worst " : ", ")
        + ids;
  }

  private static String adjective(NewsLabel label) {
    return switch (label) {
      case EXPLOITED -> "Exploited";
      case CRITICAL -> "Critical";
    };
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
  }

  private static void occasion(
      JsonGenerator json, NewsLabel label, String occasion, double score, Optional<Instant> due)
      throws IOException {
    json.writeStringField("eventsec.finding.label", label.wireName());
    json.writeStringField("eventsec.finding.occasion", occasion);
    json.writeNumberField("eventsec.finding.risk_score", score);
    if (due.isPresent()) {
      json.writeStringField("eventsec.finding.due", due.get().toString());
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
   * @param key see {@link FindingNews#key()} and {@link StandingFindings#key()}
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
