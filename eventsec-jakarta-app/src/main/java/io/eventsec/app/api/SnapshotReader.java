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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a snapshot of our own form. Names each bad component by its index. Safe to share between
 * threads.
 */
final class SnapshotReader {
  private static final int MOST_COMPONENTS = 100_000;
  private static final int MOST_ERRORS = 20;

  private final Jsonb json;

  SnapshotReader(Jsonb json) {
    this.json = json;
  }

  /**
   * Reads it.
   *
   * @throws ProblemException 400 if it is not JSON, 422 if values are bad
   */
  Snapshot read(byte[] body, Tenant tenant) {
    return snapshot(request(body), tenant);
  }

  private SnapshotJson.Request request(byte[] body) {
    SnapshotJson.@Nullable Request request = parse(body);
    if (request == null || request.asset() == null || request.components() == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "Send {\"asset\": {\"hostname\": ...}, \"observedAt\": ..., \"components\": [...]}.");
    }
    return request;
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
      return new AssetIdentity(
          Values.text(given.agentId()), Values.text(given.cloudId()), hostname, addresses);
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
}
