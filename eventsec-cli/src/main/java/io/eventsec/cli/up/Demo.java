package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.rules.SampleCapture;
import io.eventsec.rules.SampleStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Sends the sample capture, moved to now, the way any sensor would. */
final class Demo {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String BEHIND =
      "select count(*) from journal j where j.id > coalesce("
          + "(select r.position from journal_readers r where r.name = 'detect'), 0)";
  private static final String ALERTS = "select count(*) from alerts";

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final URI base;
  private final String token;

  Demo(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** Sends it, and waits until the rules have seen it all; answers how many alerts there are. */
  long feed(Database database) {
    Instant now = Instant.now();
    SampleCapture.endingAt(now).forEach(stream -> send(stream, "demo-" + now.getEpochSecond()));
    long end = System.nanoTime() + LIMIT.toNanos();
    while (database.number(BEHIND) > 0) {
      if (System.nanoTime() > end) {
        throw new CommandFailedException(
            ExitStatus.FAILED,
            "the sample capture was not read within " + LIMIT.toSeconds() + " s",
            "see /readyz");
      }
      pause();
    }
    return database.number(ALERTS);
  }

  private void send(SampleStream stream, String run) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/api/v1/ingest/" + stream.name()))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .header("Idempotency-Key", run + "-" + stream.name())
            .POST(HttpRequest.BodyPublishers.ofByteArray(stream.payload()))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 202) {
        throw new CommandFailedException(
            ExitStatus.REFUSED,
            "the sample capture was refused with " + answer.statusCode() + ": " + answer.body(),
            "see the application's log in the data directory");
      }
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.UNREACHABLE, "the sample capture could not be sent: " + e, "start again", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException(ExitStatus.FAILED, "interrupted", "", e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException(ExitStatus.FAILED, "interrupted", "", e);
    }
  }
}
