package io.eventsec.app.it;

import io.eventsec.testkit.Parallel;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** Probers that each connect, ask, read the answer and begin again, as an orchestrator does. */
final class Probers {
  private final URI server;
  private final Duration pause;

  private Probers(URI server, Duration pause) {
    this.server = server;
    this.pause = pause;
  }

  /** Those that begin again at once. */
  static Probers hasty(URI server) {
    return new Probers(server, Duration.ZERO);
  }

  /** Those that pause after each answer. */
  static Probers calm(URI server, Duration pause) {
    return new Probers(server, pause);
  }

  /** For people. */
  String kind() {
    return pause.isZero() ? "without a pause" : "with a pause of " + pause;
  }

  /**
   * What they found.
   *
   * @param statuses of the answers, each once
   * @param nanos how long each answer took, shortest first
   */
  record Result(List<Integer> statuses, long[] nanos) {
    double millis(double part) {
      return nanos[(int) Math.min(nanos.length - 1L, (long) (nanos.length * part))] / 1e6;
    }

    @Override
    public String toString() {
      return "%d answers %s, p50 %.1f ms, p99 %.1f ms, longest %.1f ms"
          .formatted(nanos.length, statuses, millis(0.5), millis(0.99), millis(1));
    }
  }

  /** So many, each so often. */
  Result ask(String path, int probers, int times) throws Exception {
    return run(path, probers, times, Long.MAX_VALUE);
  }

  /** So many, for so long. */
  Result askFor(String path, int probers, Duration time) throws Exception {
    return run(path, probers, Integer.MAX_VALUE, System.nanoTime() + time.toNanos());
  }

  private Result run(String path, int probers, int times, long end) throws Exception {
    Callable<List<long[]>> prober =
        () -> {
          List<long[]> answers = new ArrayList<>();
          while (answers.size() < times && System.nanoTime() < end) {
            long start = System.nanoTime();
            int status = status(path);
            answers.add(new long[] {status, System.nanoTime() - start});
            Thread.sleep(pause.toMillis());
          }
          return answers;
        };
    List<long[]> all = new ArrayList<>();
    Parallel.run(Collections.nCopies(probers, prober)).forEach(all::addAll);
    long[] nanos = all.stream().mapToLong(answer -> answer[1]).toArray();
    Arrays.sort(nanos);
    return new Result(all.stream().map(answer -> (int) answer[0]).distinct().toList(), nanos);
  }

  /** Asks once, on a connection of its own. */
  int status(String path) throws IOException {
    return status(path, "");
  }

  /** Asks once, with headers that each end a line. */
  int status(String path, String headers) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(60_000);
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: "
              + server.getHost()
              + "\r\nConnection: close\r\n"
              + headers
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }
}
