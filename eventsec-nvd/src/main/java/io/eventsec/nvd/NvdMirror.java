package io.eventsec.nvd;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.vuln.mirror.MirrorOutcome;
import io.github.jeremylong.openvulnerability.client.nvd.NvdApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps a copy of NVD in a directory of feeds, as the feed {@code nvd}. The first time all items
 * are fetched, a window of days at a time, into a directory that nobody reads before it is whole;
 * what is cut off goes on there. From then on what was changed is fetched. One at a time for a
 * directory.
 */
public final class NvdMirror {
  /** The name of the feed. */
  public static final String FEED = "nvd";

  private static final String LOADING = ".nvd.loading";
  private static final String SUFFIX = ".jsonl.gz";

  /** What NVD counts as changed may appear somewhat later. */
  private static final Duration OVERLAP = Duration.ofHours(2);

  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Path directory;
  private final NvdAccess access;
  private final NvdPages pages;
  private final InstantSource clock;
  private final NvdExtent extent;

  /**
   * A mirror.
   *
   * @param directory of the feeds; is made if it is not there
   * @param clock for up to when changes were fetched
   */
  public NvdMirror(Path directory, NvdAccess access, InstantSource clock) {
    this(directory, access, clock, NvdExtent.ALL);
  }

  NvdMirror(Path directory, NvdAccess access, InstantSource clock, NvdExtent extent) {
    this.directory = directory;
    this.access = access;
    this.pages = new NvdPages(access, extent.pageSize());
    this.extent = extent;
    this.clock = clock;
  }

  /**
   * Fetches what is new.
   *
   * @param between is run time and again meanwhile, by the caller's thread; what it throws ends it,
   *     and the next call goes on
   * @throws IOException if the directory cannot be written
   * @throws InterruptedException if the thread is interrupted
   */
  public MirrorOutcome fetch(Runnable between) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    NvdState state = NvdState.read(directory);
    Path feed = directory.resolve(FEED);
    ExecutorService thread = Executors.newSingleThreadExecutor(NvdMirror::daemon);
    try {
      return state.since().isPresent() && Files.isDirectory(feed)
          ? changes(feed, state.since().get(), new Watch(thread, between))
          : all(feed, state, new Watch(thread, between));
    } catch (NvdApiException e) {
      return new MirrorOutcome.Failed(why(e));
    } finally {
      thread.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "eventsec-nvd");
    thread.setDaemon(true);
    return thread;
  }

  private MirrorOutcome all(Path feed, NvdState state, Watch watch)
      throws IOException, InterruptedException {
    Path loading = directory.resolve(LOADING);
    Instant begun =
        state.loading().orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
    if (state.loading().isEmpty()) {
      NvdFiles.delete(loading);
      NvdState.begun(begun).write(directory);
    }
    Files.createDirectories(loading);
    for (NvdWindow window : NvdWindow.between(extent.first(), begun)) {
      Path done = loading.resolve("." + window.from().getEpochSecond());
      if (!Files.exists(done)) {
        Path file = loading.resolve("published-" + window.from().getEpochSecond() + SUFFIX);
        Optional<MirrorOutcome> failed =
            write(window, NvdPages.By.PUBLISHED, file, watch).failure();
        if (failed.isPresent()) {
          return failed.get();
        }
        Files.createFile(done);
      }
    }
    int records = NvdFiles.count(loading);
    if (records == 0) {
      return new MirrorOutcome.Failed(
          access.endpoint() + " has no items; look whether it is NVD's API");
    }
    NvdFiles.delete(feed);
    Files.move(loading, feed);
    NvdState.upTo(begun).write(directory);
    return new MirrorOutcome.Updated(records, 0);
  }

  private MirrorOutcome changes(Path feed, Instant since, Watch watch)
      throws IOException, InterruptedException {
    Instant now = clock.instant();
    int records = 0;
    for (NvdWindow window : NvdWindow.between(since.minus(OVERLAP), now)) {
      String name = "changed-" + window.to().getEpochSecond() + SUFFIX;
      Written written = write(window, NvdPages.By.MODIFIED, feed.resolve(name), watch);
      if (written.failure().isPresent()) {
        return written.failure().get();
      }
      records += written.items();
      NvdState.upTo(window.to()).write(directory);
    }
    NvdFiles.merge(feed, extent.mostChanged());
    return records == 0 ? new MirrorOutcome.Unchanged() : new MirrorOutcome.Updated(records, 0);
  }

  /**
   * What came of a window.
   *
   * @param items that it has
   * @param failure empty if all came
   */
  private record Written(int items, Optional<MirrorOutcome> failure) {}

  private Written write(NvdWindow window, NvdPages.By by, Path file, Watch watch)
      throws InterruptedException {
    try {
      return new Written(watch.call(() -> pages.write(window, by, file)), Optional.empty());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new Written(0, Optional.of(new MirrorOutcome.Failed(why(cause))));
    }
  }

  /** Without the key, of which the client shows parts. */
  private String why(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("Invalid API Key")) {
      return access.endpoint() + " refuses the key; ask NVD for another, and put it into its file";
    }
    String said = access.key().map(key -> message.replace(key, "***")).orElse(message);
    return access.endpoint() + ": " + ShownText.of(said) + "; it goes on there the next time";
  }

  /** Waits for work, and tells that there is progress. */
  private record Watch(ExecutorService thread, Runnable between) {
    <T> T call(Callable<T> work) throws ExecutionException, InterruptedException {
      Future<T> result = thread.submit(work);
      try {
        while (true) {
          between.run();
          try {
            return result.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
          } catch (TimeoutException e) {
            continue; // it is looked again
          }
        }
      } finally {
        result.cancel(true);
      }
    }
  }
}
