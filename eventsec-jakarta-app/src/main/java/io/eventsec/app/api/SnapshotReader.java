package io.eventsec.app.api;

import io.eventsec.app.http.FieldError;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.persistence.inventory.SoftwareComponent;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads a snapshot within bounds: of time, and so many snapshots at once. Names each bad component
 * by its index. Safe to share between threads.
 */
final class SnapshotReader {
  /** How many bytes a snapshot may have. */
  static final int MOST_BYTES = 16 << 20;

  private static final int MOST_COMPONENTS = 100_000;
  private static final int MOST_ERRORS = 20;
  private static final int MOST_AT_ONCE = 2;
  private static final int CHUNK = 1 << 16;
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
  private final Jsonb json;

  SnapshotReader(Jsonb json) {
    this.json = json;
  }

  /**
   * Reads it and has something done with it.
   *
   * @param body no longer than {@link #MOST_BYTES}, or ending with a problem there
   * @throws ProblemException 400 if it is not JSON, 422 if values are bad, 503 if too many are
   *     being read
   * @throws IOException if the sender went away
   */
  <R> R read(InputStream body, Tenant tenant, Use<R> use) throws IOException {
    if (!turns.tryAcquire()) {
      throw ProblemException.retry(
          ProblemKind.UNAVAILABLE,
          MOST_AT_ONCE + " snapshots are being read now. Send this one again a little later.",
          RETRY);
    }
    try {
      return use.of(snapshot(request(body), tenant));
    } finally {
      turns.release();
    }
  }

  private SnapshotJson.Request request(InputStream body) throws IOException {
    SnapshotJson.@Nullable Request request = parse(bytes(body));
    if (request == null || request.asset() == null || request.components() == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "Send {\"asset\": {\"hostname\": ...}, \"observedAt\": ..., \"components\": [...]}.");
    }
    return request;
  }

  /** Whoever sends slowly must not keep a turn from others. */
  private static byte[] bytes(InputStream body) throws IOException {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
      bytes.write(chunk, 0, n);
      if (System.nanoTime() - deadline > 0) {
        throw new ProblemException(
            ProblemKind.BAD_REQUEST,
            "The body took longer than " + DEADLINE.toSeconds() + " s. Send it faster.");
      }
    }
    return bytes.toByteArray();
  }

  private SnapshotJson.@Nullable Request parse(byte[] bytes) {
    try {
      return bytes.length == 0
          ? null
          : json.fromJson(new ByteArrayInputStream(bytes), SnapshotJson.Request.class);
    } catch (JsonbException | JsonException e) {
      throw new ProblemException(ProblemKind.BAD_REQUEST, "The body is not the JSON expected.");
    }
  }

  private static Snapshot snapshot(SnapshotJson.Request request, Tenant tenant) {
    AssetIdentity asset = asset(Objects.requireNonNull(request.asset()));
    List<SnapshotJson.@Nullable Component> given = Objects.requireNonNull(request.components());
    if (given.size() > MOST_COMPONENTS) {
      throw Values.invalid(
          "components",
          given.size() + " of them",
          "are more than " + MOST_COMPONENTS,
          "Send at most so many.");
    }
    Instant takenAt = takenAt(request.observedAt());
    List<SoftwareComponent> components = components(given);
    try {
      return new Snapshot(tenant, asset, takenAt, components);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("observedAt", takenAt.toString(), e);
    }
  }

  private static Instant takenAt(@Nullable String given) {
    if (given == null || given.isBlank()) {
      throw Values.invalid(
          "observedAt", "", "is missing", "Say when it was taken, like 2026-01-31T08:00:00Z.");
    }
    return Values.moment("observedAt", given);
  }

  private static AssetIdentity asset(SnapshotJson.Asset given) {
    String hostname = Values.text(given.hostname()).orElse("");
    Set<String> addresses = new HashSet<>();
    if (given.addresses() != null) {
      given.addresses().forEach(address -> addresses.add(text(address)));
    }
    try {
      return new AssetIdentity(Values.text(given.agentId()), hostname, addresses);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("asset", hostname, e);
    }
  }

  private static List<SoftwareComponent> components(List<SnapshotJson.@Nullable Component> given) {
    List<SoftwareComponent> components = new ArrayList<>(given.size());
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < given.size() && errors.size() < MOST_ERRORS; i++) {
      SnapshotJson.@Nullable Component component = given.get(i);
      String field = "components[" + i + ']';
      if (component == null) {
        errors.add(new FieldError(field, "null", "is no component", "Leave it out."));
        continue;
      }
      try {
        components.add(component(component));
      } catch (IllegalArgumentException e) {
        errors.add(Complaint.error(field, text(component.name()), e));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return components;
  }

  private static SoftwareComponent component(SnapshotJson.Component given) {
    return new SoftwareComponent(
        text(given.ecosystem()),
        text(given.name()),
        text(given.version()),
        text(given.arch()),
        text(given.distro()),
        text(given.sourceName()),
        text(given.sourceVersion()),
        text(given.purl()),
        text(given.cpe()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** What is done with a snapshot. */
  @FunctionalInterface
  interface Use<R> {
    /** Does it. */
    R of(Snapshot snapshot);
  }
}
