package io.eventsec.cli.send;

import io.eventsec.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends a request until there is an answer that does not pass, with pauses that grow. Safe to share
 * between threads.
 */
final class PatientSender {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Patience patience;
  private final Consumer<String> waiting;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  /**
   * A sender.
   *
   * @param waiting told why, each time that the request has to be sent again
   */
  PatientSender(Patience patience, Consumer<String> waiting) {
    this.patience = patience;
    this.waiting = waiting;
  }

  /**
   * The first answer that will not be another a little later.
   *
   * @param gaveUp makes the failure when patience is over, of the last reason
   * @throws CommandFailedException then
   */
  Answer send(HttpRequest request, Function<String, CommandFailedException> gaveUp)
      throws InterruptedException {
    long firstFailure = 0;
    for (int failures = 1; ; failures++) {
      Tried tried = once(request);
      if (tried.answer().filter(answer -> !answer.isPassing()).isPresent()) {
        return tried.answer().get();
      }
      long now = System.nanoTime();
      firstFailure = failures == 1 ? now : firstFailure;
      if (patience.isOver(Duration.ofNanos(now - firstFailure))) {
        throw gaveUp.apply(tried.why());
      }
      waiting.accept(tried.why());
      Thread.sleep(Patience.pause(failures, tried.retryAfter()).toMillis());
    }
  }

  /** Sends it once. */
  Tried once(HttpRequest request) throws InterruptedException {
    try {
      Answer answer = Answer.of(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
      return new Tried(Optional.of(answer), answer.words());
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Tried(Optional.empty(), why);
    }
  }

  /**
   * What came of it.
   *
   * @param answer empty if there was none
   * @param why what was said instead of taking it, for people
   */
  record Tried(Optional<Answer> answer, String why) {
    Optional<Duration> retryAfter() {
      return answer.flatMap(Answer::retryAfter);
    }
  }
}
