package io.eventsec.cli.up;

import io.eventsec.cli.input.RecordBatch;
import io.eventsec.cli.send.IngestClient;
import io.eventsec.cli.send.IngestTarget;
import io.eventsec.cli.send.Patience;
import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.Terminal;
import io.eventsec.rules.SampleCapture;
import io.eventsec.rules.SampleStream;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Feeds the sample capture through the receiver, as a sensor would, and waits for its alerts. */
final class Demo {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final UpPlan plan;
  private final Installation.Started started;
  private final Terminal terminal;
  private final Running running;

  Demo(UpPlan plan, Installation.Started started, Terminal terminal, Running running) {
    this.plan = plan;
    this.started = started;
    this.terminal = terminal;
    this.running = running;
  }

  void run() throws IOException, InterruptedException {
    long began = System.nanoTime();
    try (Connection database = started.database().connect()) {
      long before = number(database, "select coalesce(max(change_seq), 0) from alerts");
      int events = send();
      awaitReaders(database, number(database, "select coalesce(max(position), 0) from journal"));
      long alerts = count(database, "count(*)", before);
      long rules = count(database, "count(distinct rule_id)", before);
      terminal.print(
          Running.line(
              "Sample",
              "taken in",
              began,
              events + " events, " + alerts + " alerts by " + rules + " rules"));
    } catch (SQLException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the sample's alerts could not be counted: " + e.getMessage(),
          "look at them in the console; start again without --demo",
          e);
    }
  }

  private int send() throws IOException, InterruptedException {
    Instant now = Instant.now();
    String token = Files.readString(started.data().sensorToken()).strip();
    int events = 0;
    for (SampleStream stream : SampleCapture.endingAt(now)) {
      IngestTarget target = new IngestTarget(plan.address(), "sample-" + stream.name(), token);
      IngestClient client =
          new IngestClient(target, Patience.of(Duration.ofSeconds(30)), terminal::note);
      // Another run is another capture: the times in it differ.
      String origin = "sample-" + stream.name() + '-' + now.toEpochMilli();
      events += client.send(origin, batch(stream)).events();
    }
    return events;
  }

  private static RecordBatch batch(SampleStream stream) {
    int count = stream.lines().size();
    long[] lines = LongStream.rangeClosed(1, count).toArray();
    return new RecordBatch(0, count, lines, stream.payload(), false);
  }

  /** Waits until detection and search have read what was sent. */
  private void awaitReaders(Connection database, long position)
      throws SQLException, InterruptedException {
    long began = System.nanoTime();
    while (number(database, "select coalesce(min(position), 0) from journal_readers") < position) {
      if (running.awaitStop(100)) {
        throw new Running.StoppingException();
      }
      if (System.nanoTime() - began > PATIENCE_NANOS) {
        terminal.note(
            "The sample is stored, but not all of it was looked at within a minute;"
                + " the console's system page says why.");
        return;
      }
    }
  }

  private static long count(Connection database, String what, long after) throws SQLException {
    return number(
        database,
        "select " + what + " from alerts where source like 'sample-%' and change_seq > " + after);
  }

  private static long number(Connection database, String query) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
