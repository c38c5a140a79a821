package io.eventsec.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.pipeline.Reevaluator;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.core.spi.ReevaluationStore;
import io.eventsec.persistence.detection.PostgresReevaluations;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.TestCorrelations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that re-evaluates until it is killed. */
final class ReevaluatingMain {
  private static final ReadLimit LIMIT = new ReadLimit(2, 1 << 20);

  private ReevaluatingMain() {}

  /** Arguments: JDBC address, user, password. */
  public static void main(String[] args) throws InterruptedException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    config.setMaximumPoolSize(2);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Reevaluator reevaluator =
          reevaluator(new PostgresJournal(pool), new PostgresReevaluations(pool));
      reevaluator.step(() -> {});
      System.out.println("re-evaluating");
      System.out.flush();
      while (true) {
        if (reevaluator.step(() -> {}).idle()) {
          Thread.sleep(1);
        }
      }
    }
  }

  static Reevaluator reevaluator(EventJournal journal, ReevaluationStore store) {
    return new Reevaluator(
        new Source(journal, EventDecoder.ofAnyJson()),
        TestCorrelations::catalogue,
        store,
        LIMIT,
        CorrelatorOptions.DEFAULT);
  }

  static Process start(TestStore store) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ReevaluatingMain.class.getName());
    command.addAll(
        List.of(store.database().jdbcUrl(), store.database().user(), store.database().password()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
