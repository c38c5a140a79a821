package io.eventsec.app.api;

import io.eventsec.core.vuln.feed.FeedStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A feed of advisories: a file or directory of those that are configured.
 *
 * @param name its name there
 * @param state in_force; held_back if it has lost so much that what it said before counts;
 *     unreadable if it is broken or gone, and what it said before counts
 * @param reason why it is not in force; empty if it is
 * @param records how many the version in force has
 * @param refused how many of that could not be read
 * @param firstRefusal the first of these; empty if there is none
 * @param newestAt of when the version in force is
 * @param ageSeconds how old that is
 * @param readAt when the version in force was read
 * @param heldRecords how many the version has that is held back
 */
public record AdvisorySourceJson(
    String name,
    String state,
    String reason,
    int records,
    int refused,
    String firstRefusal,
    Optional<Instant> newestAt,
    Optional<Long> ageSeconds,
    Optional<Instant> readAt,
    Optional<Integer> heldRecords) {

  static AdvisorySourceJson of(FeedStanding standing, Instant now) {
    Optional<FeedStanding.Version> version = standing.inForce();
    Optional<Instant> newest = version.map(FeedStanding.Version::newest);
    return new AdvisorySourceJson(
        standing.name(),
        Values.name(standing.state()),
        standing.reason(),
        version.map(FeedStanding.Version::records).orElse(0),
        version.map(FeedStanding.Version::refused).orElse(0),
        version.map(FeedStanding.Version::firstRefusal).orElse(""),
        newest,
        newest.map(at -> Math.max(0, Duration.between(at, now).toSeconds())),
        standing.readAt(),
        standing.held().map(FeedStanding.Version::records));
  }

  static List<AdvisorySourceJson> of(List<FeedStanding> standings) {
    Instant now = Instant.now();
    return standings.stream().map(one -> of(one, now)).toList();
  }

  /**
   * All of them.
   *
   * @param items by name; while it is empty nothing is looked for
   */
  public record Listing(List<AdvisorySourceJson> items) {}
}
