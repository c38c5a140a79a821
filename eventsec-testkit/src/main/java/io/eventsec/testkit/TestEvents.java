package io.eventsec.testkit;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.Entities;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.spi.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Batches, events, alerts and dead letters that differ by a number and nothing else: the same
 * number of the same tenant is the same thing.
 */
public final class TestEvents {
  /** The source of all of them. */
  public static final String SOURCE = "sensor-1";

  /** The first moment of all of them; later numbers are seconds later. */
  public static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");

  /** The rule that raises the alerts. */
  public static final RuleRef RULE =
      new RuleRef("5f9c0a3e-6d0e-4a55-9c38-1d5a7c2b9e10", "0123456789ab");

  private TestEvents() {}

  /** A batch of these lines under that key. */
  public static RawBatch batch(Tenant tenant, String key, String... lines) {
    byte[] payload = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new RawBatch(
        new EventOrigin(tenant, SOURCE, key, 0),
        key,
        RawBatch.AUTO,
        BEGINNING,
        payload,
        lines.length);
  }

  /** Event number {@code n}: a DNS question with fields of every type. */
  public static Event event(Tenant tenant, int n) {
    return Event.builder(eventId(tenant, n), tenant, SOURCE)
        .time(BEGINNING.plusSeconds(n))
        .receivedAt(BEGINNING.plusSeconds(n + 1L))
        .original("{\"n\":" + n + "}")
        .ecs("source.ip", "192.0.2." + n % 250)
        .ecs("host.name", "host-" + n)
        .ecs("user.name", "user-" + n)
        .ecs("source.port", 40_000L + n)
        .ecs("event.category", List.of("network", "intrusion_detection"))
        .nativeField("dns.rrname", "host-" + n + ".example")
        .nativeField("dns.ttl", 0.5)
        .nativeField("dns.ok", true)
        .build();
  }

  /** The alert that {@link #RULE} raises for event number {@code n}. */
  public static Alert alert(Tenant tenant, int n) {
    return alert(event(tenant, n), Severity.HIGH);
  }

  /** The alert that {@link #RULE} raises for an event. */
  public static Alert alert(Event event, Severity severity) {
    return new Alert(
        AlertId.of(event.tenant(), RULE, List.of(event.id())),
        event.tenant(),
        RULE,
        "Question for a name of ill repute",
        severity,
        List.of("attack.t1071.004", "attack.command-and-control"),
        Entities.of(event),
        List.of(
            new MatchedItem(
                "selection",
                "dns.rrname",
                List.of("endswith"),
                ".example",
                String.valueOf(event.value("dns.rrname")))),
        List.of(event));
  }

  /** Dead letter number {@code n}, refused as it was parsed. */
  public static DeadLetter deadLetter(Tenant tenant, int n) {
    Rejection rejection =
        new Rejection(
            eventId(tenant, n),
            Rejection.Stage.PARSE,
            "json.syntax",
            "Line " + n + " is not JSON: it ends in a string",
            "{\"n\": \"" + n);
    return new DeadLetter(tenant, SOURCE, rejection, BEGINNING.plusSeconds(n), "test/" + n % 2);
  }

  private static EventId eventId(Tenant tenant, int n) {
    return EventId.of(new EventOrigin(tenant, SOURCE, "test", 0), n);
  }
}
