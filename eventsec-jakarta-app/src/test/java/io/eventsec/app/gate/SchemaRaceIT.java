package io.eventsec.app.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.memory.InMemoryEventIndex;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.IndexPipeline;
import io.eventsec.core.pipeline.Judgement;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.embedded.EmbeddedPostgres;
import io.eventsec.embedded.PostgresConfig;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.detection.PostgresOutbox;
import io.eventsec.persistence.job.Jobs;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.schema.SchemaCheck;
import io.eventsec.persistence.schema.SchemaMigration;
import io.eventsec.testkit.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The race that started it all: nodes that work, started before, during and after the migration of
 * an empty database, in random order. None may ask for a table that is not there. {@code
 * -Drace.rounds=100} makes it longer.
 */
class SchemaRaceIT {
  private static final int ROUNDS = Integer.getInteger("race.rounds", 12);
  private static final int LANES = 4;
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final int MOST_MILLIS = 150;
  private static final ReadLimit LIMIT = new ReadLimit(10, 1 << 20);

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start(@TempDir Path home) {
    server =
        new EmbeddedPostgres(PostgresConfig.fast(home).withBinaries(TestServers.binaries()))
            .start();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /** Rounds side by side: much of a round is waiting. */
  @Test
  void workersAroundAMigration_askForNoMissingTable() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    try {
      List<Callable<Boolean>> lanes = new ArrayList<>();
      for (int lane = 0; lane < LANES; lane++) {
        int first = lane;
        lanes.add(() -> rounds(first));
      }
      for (Future<Boolean> lane : threads.invokeAll(lanes)) {
        assertThat(lane.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(complaints()).isEmpty();
  }

  private static boolean rounds(int first) throws Exception {
    for (int round = first; round < ROUNDS; round += LANES) {
      String name = "race" + round;
      server.createDatabase(name);
      race(dataSource(name), new Random(round));
      server.dropDatabase(name);
    }
    return true;
  }

  private static void race(DataSource database, Random random) throws Exception {
    List<Callable<String>> nodes = new ArrayList<>();
    nodes.add(() -> migrating(database));
    nodes.add(() -> working(database));
    nodes.add(() -> working(database));
    Collections.shuffle(nodes, random);
    List<Callable<String>> delayed = new ArrayList<>();
    for (Callable<String> node : nodes) {
      int delay = random.nextInt(MOST_MILLIS);
      delayed.add(
          () -> {
            Thread.sleep(delay);
            return node.call();
          });
    }
    assertThat(Parallel.run(delayed)).containsOnly("ready");
  }

  private static String migrating(DataSource database) {
    SchemaLook look =
        new SchemaLook(
            true,
            new SchemaMigration(database)::migrate,
            () -> {
              throw new AssertionError("A node that migrates need not look");
            });
    assertThat(look.look().current()).isTrue();
    return "ready";
  }

  private static String working(DataSource source) throws Exception {
    try (KeptConnection kept = new KeptConnection(source)) {
      return working(kept.dataSource(), new SchemaGate());
    }
  }

  private static String working(DataSource database, SchemaGate gate) throws InterruptedException {
    SchemaLook look =
        new SchemaLook(
            false,
            () -> {
              throw new AssertionError("It migrated");
            },
            new SchemaCheck(database)::check);
    while (!gate.await(LOOK)) {
      SchemaLook.Found found = look.look();
      if (found.current()) {
        gate.open(found.reason());
      } else {
        gate.stillClosed(found.reason());
      }
    }
    work(database);
    return "ready";
  }

  /** What a worker does first. */
  private static void work(DataSource database) {
    PostgresDetectionStore store = new PostgresDetectionStore(database);
    Source source = new Source(new PostgresJournal(database), EventDecoder.standard());
    new Jobs(database).add(List.of("detect", "index"));
    assertThat(
            new DetectionPipeline(source, () -> event -> Judgement.NONE, store, LIMIT)
                .step()
                .idle())
        .isTrue();
    assertThat(new IndexPipeline(source, new InMemoryEventIndex(), store, LIMIT).step().idle())
        .isTrue();
    assertThat(new PostgresOutbox(database).claim("alert.index", 1, Duration.ofSeconds(1)))
        .isEmpty();
  }

  private static List<String> complaints() throws IOException {
    try (var lines = Files.lines(server.log())) {
      return lines.filter(line -> line.contains("ERROR")).toList();
    }
  }

  private static DataSource dataSource(String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.jdbcUrl(name));
    source.setUser(server.user());
    source.setPassword(server.password());
    return source;
  }
}
