package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.inventory.InventoryReader;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.inventory.UnreadableInventoryException;
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.InventoryTranslation;
import io.eventsec.persistence.inventory.Snapshot;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a snapshot of a bill of materials. What cannot be taken in of it is told, and the rest is
 * taken in: its author is seldom who sends it. Thread-safe.
 */
final class SbomReader {
  /** CycloneDX 1.4 to 1.7. */
  static final String CYCLONEDX_JSON = "application/vnd.cyclonedx+json";

  /** CycloneDX 1.4 to 1.7. */
  static final String CYCLONEDX_XML = "application/vnd.cyclonedx+xml";

  /** SPDX 2.2, 2.3 and 3.0. */
  static final String SPDX_JSON = "application/spdx+json";

  private final InventoryReader reader = new InventoryReader();

  /**
   * Reads it.
   *
   * @param type one of those above
   * @throws ProblemException 400 if it is not what its type says, 422 if asset or time are missing
   *     or bad
   */
  Read read(byte[] body, MediaType type, Tenant tenant, SbomParameters parameters) {
    SoftwareInventory inventory = inventory(body, type);
    String hostname = parameters.hostname().orElse(inventory.subject());
    Instant takenAt =
        parameters.observedAt().or(inventory::taken).orElseThrow(SbomReader::timeless);
    InventoryTranslation translated = InventoryTranslation.of(inventory);
    List<String> problems = new ArrayList<>(inventory.problems());
    problems.addAll(translated.problems());
    return new Read(
        snapshot(tenant, asset(hostname, parameters), takenAt, translated),
        translated.leftOut(),
        problems);
  }

  private SoftwareInventory inventory(byte[] body, MediaType type) {
    boolean xml = type.getSubtype().endsWith("xml");
    int first = 0;
    while (first < body.length && body[first] <= ' ') {
      first++; // a byte order mark is negative too
    }
    if (first == body.length || body[first] != (xml ? '<' : '{')) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "The body is not "
              + (xml ? "XML" : "a JSON object")
              + ", which its type says. Send CycloneDX as "
              + CYCLONEDX_JSON
              + " or "
              + CYCLONEDX_XML
              + ", SPDX as "
              + SPDX_JSON
              + '.');
    }
    try {
      return reader.read(body);
    } catch (UnreadableInventoryException e) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST, Values.shown(String.valueOf(e.getMessage())) + '.');
    }
  }

  private static ProblemException timeless() {
    return Values.invalid(
        "observedAt",
        "",
        "is missing, and the document does not say when it was made",
        "Say when it was taken, like 2026-01-31T08:00:00Z.");
  }

  private static AssetIdentity asset(String hostname, SbomParameters parameters) {
    try {
      return new AssetIdentity(
          parameters.agentId(), parameters.cloudId(), hostname, parameters.addresses());
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("hostname", hostname, e);
    }
  }

  private static Snapshot snapshot(
      Tenant tenant, AssetIdentity asset, Instant takenAt, InventoryTranslation translated) {
    try {
      return new Snapshot(tenant, asset, takenAt, translated.components());
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("observedAt", takenAt.toString(), e);
    }
  }

  /**
   * What was read.
   *
   * @param snapshot what could be taken in
   * @param leftOut components that could not
   * @param problems what could not be taken in of which component, and why
   */
  record Read(Snapshot snapshot, int leftOut, List<String> problems) {}
}
