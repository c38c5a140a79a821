package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Probes read what one thread finds out, and ask nobody. */
class ProbesIT {
  private static final List<String> PATHS =
      List.of("/healthz", "/readyz", "/health/live", "/health/ready", "/health/started");

  /** Only looks at the schema read this table, each once, and one thread looks once a second. */
  private static final String LOOKS =
      "select seq_scan + coalesce(idx_scan, 0) from pg_stat_user_tables"
          + " where relname = 'flyway_schema_history'";

  private static final int PROBERS = 20;
  private static final int TIMES = 40;

  /** The database hears of a look when whoever looked has reported it: within seconds. */
  private static final int LATE_REPORTS = 30;

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void probes_howeverMany_askTheDatabaseNothing() throws Exception {
    Probers probers = Probers.hasty(ItServers.application());
    long before = looks();
    long start = System.nanoTime();
    for (String path : PATHS) {
      Probers.Result result = probers.ask(path, PROBERS, TIMES);
      assertThat(result.statuses()).as(path).containsExactly(200);
      assertThat(result.nanos()).hasSize(PROBERS * TIMES);
    }
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    long probes = (long) PATHS.size() * PROBERS * TIMES;
    assertThat(looks() - before)
        .as("looks during %d probes in %d s", probes, seconds)
        .isLessThanOrEqualTo(seconds + LATE_REPORTS)
        .isLessThan(probes / 4);
    Await.until(ProbesIT::looks, looks -> looks > before);
  }

  @Test
  void databaseHangs_theNodeIsLiveAndSaysWhatHangs_andIsReadyAfterwards() throws Exception {
    try (Stopped hanging = Stopped.postgres()) {
      assertThat(hanging.processes()).isPositive();
      String reason =
          Await.until(() -> Client.anonymous().get("/readyz"), answer -> answer.status() == 503)
              .text();
      assertThat(reason).contains("database", "did not answer within");
      Probers probers = Probers.hasty(ItServers.application());
      for (String path : PATHS) {
        boolean ready = path.contains("ready");
        assertThat(probers.ask(path, PROBERS, 5).statuses())
            .as(path)
            .containsExactly(ready ? 503 : 200);
      }
    }
    Await.ready();
  }

  private static long looks() {
    try {
      return ItDatabase.number(LOOKS);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
