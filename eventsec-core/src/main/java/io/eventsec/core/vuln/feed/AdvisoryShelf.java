package io.eventsec.core.vuln.feed;

import io.eventsec.core.spi.AdvisoryFeed;
import io.eventsec.core.spi.AdvisoryFeeds;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.risk.RiskPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The feeds that are in force, in memory. Reads those that have changed, and keeps what a feed said
 * before for as long as what it says now does not count. Not thread-safe.
 */
public final class AdvisoryShelf {
  private final InstantSource clock;
  private final Map<String, FeedContent> contents = new HashMap<>();
  private final Map<String, String> stamps = new HashMap<>();
  private Optional<String> problem = Optional.empty();

  /** An empty shelf. */
  public AdvisoryShelf(InstantSource clock) {
    this.clock = clock;
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
    found.keySet().forEach(name -> standings.computeIfAbsent(name, FeedStanding::unknown));
    for (Map.Entry<String, FeedStanding> standing : standings.entrySet()) {
      AdvisoryFeed feed = found.get(standing.getKey());
      if (feed == null) {
        stamps.remove(standing.getKey());
        standing.setValue(standing.getValue().unreadable(gone));
      } else if (!isAsBefore(feed, standing.getValue())) {
        standing.setValue(read(feed, standing.getValue(), between));
      }
    }
    contents.keySet().retainAll(standings.keySet());
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
    // Before it is read: what is written from now on is another stamp.
    String stamp = feed.stamp();
    try {
      FeedContent content = FeedContent.read(feed, between);
      FeedStanding read = standing.read(content, clock.instant());
      if (read.state() == FeedState.IN_FORCE) {
        contents.put(feed.name(), content);
      }
      stamps.put(feed.name(), stamp);
      return read;
    } catch (IOException | UncheckedIOException e) {
      stamps.remove(feed.name());
      return standing.unreadable(reason(e));
    }
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
  public MatchingLibrary library(Collection<FeedStanding> standings, RiskPolicy policy) {
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
        MatchingLibrary.digest(standings, policy), complete, AdvisoryLibrary.union(held), policy);
  }

  /** True if all that is in force by these standings is on the shelf. */
  public boolean isComplete(Collection<FeedStanding> standings) {
    return standings.stream().allMatch(one -> one.digest().isEmpty() || holds(one));
  }
}
