package io.eventsec.core.vuln.feed;

import io.eventsec.core.spi.AdvisoryFeed;
import io.eventsec.core.spi.AdvisoryFeeds;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The feeds that are in force, in memory. Reads those that have changed, and keeps what a feed said
 * before for as long as what it says now does not count: with a {@link FeedKeep} over restarts too.
 * Not thread-safe.
 */
public final class AdvisoryShelf {
  private static final int MOST_ATTEMPTS = 3;

  private final InstantSource clock;
  private final Map<String, FeedContent> contents = new HashMap<>();
  private final Map<String, String> stamps = new HashMap<>();
  private final Optional<FeedKeep> keep;

  /** Digests of versions that are kept and cannot be read, so that it is tried once. */
  private final Set<String> lost = new HashSet<>();

  private Optional<String> problem = Optional.empty();
  private Optional<String> keepProblem = Optional.empty();

  /** An empty shelf that forgets all when its process ends. */
  public AdvisoryShelf(InstantSource clock) {
    this(clock, Optional.empty());
  }

  /** An empty shelf. */
  public AdvisoryShelf(InstantSource clock, Optional<FeedKeep> keep) {
    this.clock = clock;
    this.keep = keep;
  }

  /**
   * Reads the feeds that have changed.
   *
   * @param feeds where they are
   * @param known how those stand that were ever read
   * @param between is run time and again while one is read
   * @return how all stand now, by name
   */
  public List<FeedStanding> refresh(
      AdvisoryFeeds feeds, Collection<FeedStanding> known, Runnable between) {
    Map<String, FeedStanding> standings = new TreeMap<>();
    known.forEach(standing -> standings.put(standing.name(), standing));
    Map<String, AdvisoryFeed> found = new HashMap<>();
    String gone = "It is gone; accept that, or bring it back";
    try {
      feeds.list().forEach(feed -> found.put(feed.name(), feed));
      problem = Optional.empty();
    } catch (IOException e) {
      gone = "The directory cannot be read: " + reason(e);
      problem = Optional.of(gone);
    }
    keepProblem = Optional.empty();
    found.keySet().forEach(name -> standings.computeIfAbsent(name, FeedStanding::unknown));
    for (Map.Entry<String, FeedStanding> standing : standings.entrySet()) {
      AdvisoryFeed feed = found.get(standing.getKey());
      if (feed == null) {
        stamps.remove(standing.getKey());
        standing.setValue(standing.getValue().unreadable(gone));
      } else if (!isAsBefore(feed, standing.getValue())) {
        standing.setValue(read(feed, standing.getValue(), between));
      }
      bringBack(standing.getValue(), between);
    }
    contents.keySet().retainAll(standings.keySet());
    keep.ifPresent(kept -> tried(() -> kept.retain(standings.keySet())));
    return List.copyOf(standings.values());
  }

  private boolean isAsBefore(AdvisoryFeed feed, FeedStanding standing) {
    return feed.stamp().equals(stamps.get(feed.name()))
        && !standing.waits()
        && (standing.state() == FeedState.HELD_BACK || holds(standing));
  }

  private boolean holds(FeedStanding standing) {
    return content(standing).isPresent();
  }

  private Optional<FeedContent> content(FeedStanding standing) {
    return Optional.ofNullable(contents.get(standing.name()))
        .filter(content -> content.digest().equals(standing.digest()));
  }

  private FeedStanding read(AdvisoryFeed feed, FeedStanding standing, Runnable between) {
    for (int attempt = 1; ; attempt++) {
      // Before it is read: what is written from now on is another stamp.
      String stamp = feed.stamp();
      try {
        FeedContent content = FeedContent.read(feed, between);
        FeedStanding read = standing.read(content, clock.instant());
        if (read.state() == FeedState.IN_FORCE) {
          contents.put(feed.name(), content);
          keep(feed, content.digest(), between);
        }
        stamps.put(feed.name(), stamp);
        return read;
      } catch (IOException | UncheckedIOException e) {
        // What a mirror replaced meanwhile is there whole by now.
        if (attempt == MOST_ATTEMPTS || feed.stamp().equals(stamp)) {
          stamps.remove(feed.name());
          return standing.unreadable(reason(e));
        }
      }
    }
  }

  private void keep(AdvisoryFeed feed, String digest, Runnable between) {
    keep.filter(kept -> !kept.has(feed.name(), digest))
        .ifPresent(kept -> tried(() -> kept.keep(feed, digest, between)));
  }

  /** What is in force and not at hand was kept before this process began. */
  private void bringBack(FeedStanding standing, Runnable between) {
    if (keep.isEmpty()
        || standing.digest().isEmpty()
        || holds(standing)
        || lost.contains(standing.digest())) {
      return;
    }
    Optional<AdvisoryFeed> kept = keep.get().find(standing.name(), standing.digest());
    kept.ifPresent(
        feed ->
            tried(
                () -> {
                  lost.add(standing.digest());
                  FeedContent content = FeedContent.read(feed, between);
                  if (!content.digest().equals(standing.digest())) {
                    throw new IOException(
                        "What was kept of '" + standing.name() + "' is not what it was");
                  }
                  contents.put(standing.name(), content);
                  lost.remove(standing.digest());
                }));
  }

  /** Keeping is for the next start: its failure is told and holds up nothing now. */
  private void tried(Keeping work) {
    try {
      work.run();
    } catch (IOException | UncheckedIOException e) {
      keepProblem = Optional.of(reason(e));
    }
  }

  /** Something with the versions that are kept. */
  @FunctionalInterface
  private interface Keeping {
    void run() throws IOException;
  }

  /**
   * Why versions could not be kept, or read where they are kept, the last time; empty if all is
   * well.
   */
  public Optional<String> keepProblem() {
    return keepProblem;
  }

  /** Where files are is for the log of the system, not for everybody. */
  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (e instanceof AccessDeniedException) {
      return "this server may not read it";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Why nobody could tell which feeds there are, the last time; empty if all is well. */
  public Optional<String> problem() {
    return problem;
  }

  /** What is in force by these standings, as far as it is on the shelf. */
  public MatchingLibrary library(Collection<FeedStanding> standings) {
    List<AdvisoryLibrary> held = new ArrayList<>();
    boolean complete = true;
    for (FeedStanding standing : standings) {
      if (!standing.digest().isEmpty()) {
        Optional<FeedContent> content = content(standing);
        content.ifPresent(one -> held.add(one.library()));
        complete &= content.isPresent();
      }
    }
    return MatchingLibrary.of(
        MatchingLibrary.digest(standings), complete, AdvisoryLibrary.union(held));
  }

  /** True if all that is in force by these standings is on the shelf. */
  public boolean isComplete(Collection<FeedStanding> standings) {
    return standings.stream().allMatch(one -> one.digest().isEmpty() || holds(one));
  }
}
