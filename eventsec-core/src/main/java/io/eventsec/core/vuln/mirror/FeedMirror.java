package io.eventsec.core.vuln.mirror;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.vuln.advisory.AdvisoryCollector;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.internal.WatchedStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps copies of feeds. A feed is asked whether it has changed, read to its end before it takes
 * the place of the copy, and held back if it lost a fifth of its records: what cannot be read, or
 * was cut off, leaves the old copy in force. One at a time for a directory. Thread-safe for
 * different directories.
 */
public final class FeedMirror {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int NOT_MODIFIED = 304;
  private static final int OK = 200;

  /** Fewer lost records than that are the life of a feed. */
  private static final int FEW = 20;

  private final Path directory;
  private final MirrorLimits limits;
  private final InstantSource clock;
  private final HttpClient http;

  /**
   * A mirror.
   *
   * @param directory is made if it is not there
   * @param clock for when feeds were asked
   */
  public FeedMirror(Path directory, MirrorLimits limits, InstantSource clock) {
    this.directory = directory;
    this.limits = limits;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /**
   * Asks for a feed, and takes what came if it is sound.
   *
   * @param acceptSmaller true if a feed that lost many records is taken nevertheless
   * @param between is run time and again meanwhile, by the caller's thread; what it throws ends it
   *     and leaves the old copy in force
   * @throws IOException if the directory cannot be written
   * @throws InterruptedException if the thread is interrupted
   */
  public MirrorOutcome fetch(MirroredFeed feed, boolean acceptSmaller, Runnable between)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    Path copy = directory.resolve(feed.fileName());
    MirrorState state = MirrorState.read(directory, feed, Files.exists(copy));
    Path fresh = Files.createTempFile(directory, "." + feed.name() + "-", ".part");
    try {
      HttpResponse<Path> response = ask(feed, state, fresh, between);
      if (response.statusCode() == NOT_MODIFIED) {
        state.asked(clock.instant()).write(directory, feed);
        return new MirrorOutcome.Unchanged();
      }
      if (response.statusCode() != OK) {
        return new MirrorOutcome.Failed(
            feed.address() + " answered " + response.statusCode() + "; look whether it has moved");
      }
      return take(new Fetched(feed, state, fresh, copy, response), acceptSmaller, between);
    } catch (ExecutionException | TimeoutException e) {
      return new MirrorOutcome.Failed(why(feed, e));
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private String why(MirroredFeed feed, Exception e) {
    if (e instanceof TimeoutException) {
      return feed.address() + " did not send all within " + limits.time() + "; ask again later";
    }
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = cause.getMessage();
    return feed.address()
        + ": "
        + ShownText.of(message == null ? cause.getClass().getSimpleName() : message)
        + "; look whether it can be reached from here";
  }

  private HttpResponse<Path> ask(MirroredFeed feed, MirrorState state, Path fresh, Runnable between)
      throws InterruptedException, ExecutionException, TimeoutException {
    HttpRequest.Builder request = HttpRequest.newBuilder(feed.uri()).timeout(limits.time()).GET();
    if (!state.etag().isEmpty()) {
      request.header("If-None-Match", state.etag());
    } else if (!state.lastModified().isEmpty()) {
      request.header("If-Modified-Since", state.lastModified());
    }
    CompletableFuture<HttpResponse<Path>> answer =
        http.sendAsync(request.build(), info -> new BoundedFile(fresh, limits.bytes()));
    try {
      // The request's own time ends with the headers.
      long deadline = System.nanoTime() + limits.time().toNanos();
      while (!answer.isDone() && System.nanoTime() - deadline < 0) {
        between.run();
        waitFor(answer, deadline - System.nanoTime());
      }
      return answer.get(0, TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }

  /** For a second at most. */
  private static void waitFor(CompletableFuture<?> answer, long nanos)
      throws InterruptedException, ExecutionException {
    try {
      answer.get(Math.min(nanos, LOOK.toNanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // It is looked again.
    }
  }

  /** What came of a feed, and what is there of it. */
  private record Fetched(
      MirroredFeed feed, MirrorState state, Path fresh, Path copy, HttpResponse<Path> response) {}

  private MirrorOutcome take(Fetched fetched, boolean acceptSmaller, Runnable between)
      throws IOException {
    MirroredFeed feed = fetched.feed();
    MirrorState state = fetched.state();
    AdvisoryLibrary library;
    try {
      library = read(feed, fetched.fresh(), between);
    } catch (IOException e) {
      return new MirrorOutcome.Failed(
          feed.address() + " sent what cannot be read to its end: " + ShownText.of(e.toString()));
    }
    int records = library.records();
    if (records == 0 || library.refusedInAll() > records) {
      return new MirrorOutcome.Failed(
          feed.address()
              + " sent "
              + records
              + " records, "
              + library.refusedInAll()
              + " that cannot be read; the copy stays");
    }
    int lost = state.records() - records;
    if (!acceptSmaller && lost >= FEW && lost > state.records() / 5) {
      return new MirrorOutcome.HeldBack(records, state.records());
    }
    Files.move(
        fetched.fresh(),
        fetched.copy(),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
    HttpHeaders headers = fetched.response().headers();
    new MirrorState(
            headers.firstValue("ETag").orElse(""),
            headers.firstValue("Last-Modified").orElse(""),
            clock.instant(),
            records)
        .write(directory, feed);
    return new MirrorOutcome.Updated(records, library.refusedInAll());
  }

  private static AdvisoryLibrary read(MirroredFeed feed, Path file, Runnable between)
      throws IOException {
    AdvisoryCollector collector = new AdvisoryCollector();
    try (InputStream in = Files.newInputStream(file)) {
      collector.add(feed.fileName(), new WatchedStream(in, between));
    }
    return collector.library();
  }
}
