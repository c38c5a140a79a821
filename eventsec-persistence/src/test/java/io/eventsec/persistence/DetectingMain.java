package io.eventsec.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.TestCorrelations;
import io.eventsec.testkit.TestEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A program that detects until it is killed. */
final class DetectingMain {
  private static final ReadLimit LIMIT = new ReadLimit(2, 1 << 20);

  private DetectingMain() {}

  /** Arguments: JDBC address, user, password. */
  public static void main(String[] args) throws InterruptedException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    config.setMaximumPoolSize(2);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      DetectionPipeline pipeline = pipeline(pool);
      // What is done once takes longer than a life is meant to be.
      pipeline.step();
      System.out.println("detecting");
      System.out.flush();
      while (true) {
        if (pipeline.step().idle()) {
          Thread.sleep(1);
        }
      }
    }
  }

  /** One whose clock stands at the time of receipt, so that no source seems silent. */
  static DetectionPipeline pipeline(DataSource database) {
    return new DetectionPipeline(
        new Source(new PostgresJournal(database), EventDecoder.ofAnyJson()),
        TestCorrelations::detection,
        new PostgresDetectionStore(database),
        LIMIT,
        CorrelatorOptions.DEFAULT,
        () -> TestEvents.BEGINNING);
  }

  static Process start(TestStore store) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(DetectingMain.class.getName());
    command.addAll(
        List.of(store.database().jdbcUrl(), store.database().user(), store.database().password()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
