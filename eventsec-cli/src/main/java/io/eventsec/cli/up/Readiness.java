package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits until the application says that it is ready. */
final class Readiness {
  private static final Duration REQUEST = Duration.ofSeconds(5);
  private static final long STEP_MILLIS = 100;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(REQUEST).build();
  private final URI probe;

  Readiness(URI base) {
    this.probe = base.resolve("/readyz");
  }

  /**
   * Waits.
   *
   * @param failure why waiting is in vain, asked again and again
   */
  boolean await(Duration limit, Supplier<Optional<String>> failure) {
    long end = System.nanoTime() + limit.toNanos();
    String last = "it does not answer yet";
    while (System.nanoTime() < end) {
      failure.get().ifPresent(Readiness::giveUp);
      try {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(probe).timeout(REQUEST).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          return true;
        }
        last = answer.body();
      } catch (IOException e) {
        last = e.toString();
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      pause();
    }
    throw new CommandFailedException(
        ExitStatus.FAILED,
        "the application was not ready within " + limit.toSeconds() + " s: " + last,
        "see its log in the data directory");
  }

  private static void giveUp(String why) {
    throw new CommandFailedException(ExitStatus.FAILED, why, "mend that and start again");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static CommandFailedException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new CommandFailedException(ExitStatus.FAILED, "interrupted while waiting", "", e);
  }
}
