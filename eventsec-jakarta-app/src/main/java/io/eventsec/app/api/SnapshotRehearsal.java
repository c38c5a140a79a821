package io.eventsec.app.api;

import io.eventsec.app.advisory.Rehearsal;
import io.eventsec.app.log.Details;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes in snapshots of packages that are made up, of an asset that is made up, and has the
 * database forget them.
 */
@ApplicationScoped
public class SnapshotRehearsal implements Rehearsal {
  private static final Logger LOG = System.getLogger(SnapshotRehearsal.class.getName());
  private static final int ROUNDS = 3;
  private static final int COMPONENTS = 1_000;
  private static final MediaType CYCLONEDX = new MediaType("application", "vnd.cyclonedx+json");

  private final SbomReader sboms = new SbomReader();

  @Inject Recorder recorder;

  @Override
  public void rehearse() {
    try {
      for (int round = 0; round < ROUNDS; round++) {
        recorder.record(sbom());
      }
      SnapshotReader reader = new SnapshotReader(JsonbBuilder.create());
      for (int round = 0; round < ROUNDS; round++) {
        recorder.record(snapshot(reader));
      }
    } catch (RuntimeException e) {
      Details.logFailure(LOG, e, "Taking in a snapshot could not be rehearsed");
    }
  }

  private static Snapshot snapshot(SnapshotReader reader) {
    String components =
        IntStream.range(0, COMPONENTS)
            .mapToObj(
                """
                {"ecosystem":"npm","name":"rehearsal-%1$d","version":"1.0.0","purl":"pkg:npm/rehearsal-%1$d@1.0.0"}"""
                    ::formatted)
            .collect(Collectors.joining(","));
    String body =
        """
        {"asset":{"hostname":"%s","addresses":["192.0.2.1"]},"observedAt":"2026-01-01T00:00:00Z","components":[%s]}"""
            .formatted(hostname(), components);
    return reader.read(body.getBytes(StandardCharsets.UTF_8), Tenant.DEFAULT);
  }

  Snapshot sbom() {
    String components =
        IntStream.range(0, COMPONENTS)
            .mapToObj(
                """
                {"type":"library","name":"rehearsal-%1$d","version":"1.0.0","purl":"pkg:npm/rehearsal-%1$d@1.0.0"}"""
                    ::formatted)
            .collect(Collectors.joining(","));
    String body =
        """
        {"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"timestamp":"2026-01-01T00:00:00Z"},"components":[%s]}"""
            .formatted(components);
    SbomParameters parameters = new SbomParameters();
    parameters.hostname = hostname();
    return sboms
        .read(body.getBytes(StandardCharsets.UTF_8), CYCLONEDX, Tenant.DEFAULT, parameters)
        .snapshot();
  }

  /** That of no machine, and of no other node's rehearsal. */
  private static String hostname() {
    return "rehearsal-" + UUID.randomUUID() + ".invalid";
  }

  /** Records in transactions that come to nothing. */
  @ApplicationScoped
  public static class Recorder {
    @PersistenceContext(unitName = "eventsec")
    EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /** Records, and forgets. */
    @Transactional
    public void record(Snapshot snapshot) {
      new Inventory(entities).record(snapshot);
      transactions.setRollbackOnly();
    }
  }
}
