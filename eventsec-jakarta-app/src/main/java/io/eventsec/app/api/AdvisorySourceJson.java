package io.eventsec.app.api;

import io.eventsec.app.advisory.AdvisoryLibraries;
import io.eventsec.app.advisory.FeedAges;
import io.eventsec.core.vuln.feed.FeedStanding;
import io.eventsec.persistence.vulnerability.MirrorStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
 * @param tooOld true if that is more than this installation takes for these days'
 * @param readAt when the version in force was read
 * @param heldRecords how many the version has that is held back
 * @param mirror what came of fetching it; empty if this installation does not fetch it
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
    boolean tooOld,
    Optional<Instant> readAt,
    Optional<Integer> heldRecords,
    Optional<Mirror> mirror) {

  /**
   * What came of fetching a feed.
   *
   * @param outcome updated, unchanged or failed, the last time
   * @param askedAt when that was
   * @param fetchedAt when its server last said something of use, if only that nothing is new
   * @param changedAt when the copy was last made anew
   * @param failures how often in a row nothing usable came
   * @param lastError why; empty if the last time all went well
   */
  public record Mirror(
      String outcome,
      Instant askedAt,
      Optional<Instant> fetchedAt,
      Optional<Instant> changedAt,
      int failures,
      String lastError) {
    static Mirror of(MirrorStanding standing) {
      return new Mirror(
          Values.name(standing.outcome()),
          standing.askedAt(),
          standing.answeredAt(),
          standing.changedAt(),
          standing.failures(),
          standing.reason());
    }
  }

  private static AdvisorySourceJson of(
      FeedStanding standing, Optional<MirrorStanding> mirror, FeedAges ages) {
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
        newest.map(at -> Math.max(0, Duration.between(at, ages.now()).toSeconds())),
        ages.isTooOld(standing),
        standing.readAt(),
        standing.held().map(FeedStanding.Version::records),
        mirror.map(Mirror::of));
  }

  /** The sources by name, with those that are fetched and were not read yet. */
  static List<AdvisorySourceJson> of(AdvisoryLibraries libraries) {
    List<MirrorStanding> mirrors = libraries.mirrors();
    FeedAges ages = libraries.ages(mirrors);
    Map<String, FeedStanding> sources = new TreeMap<>();
    mirrors.forEach(one -> sources.put(one.name(), FeedStanding.unknown(one.name())));
    libraries.standings().forEach(one -> sources.put(one.name(), one));
    Map<String, MirrorStanding> mirrored =
        mirrors.stream().collect(Collectors.toMap(MirrorStanding::name, Function.identity()));
    return sources.values().stream()
        .map(one -> of(one, Optional.ofNullable(mirrored.get(one.name())), ages))
        .toList();
  }

  /**
   * All of them.
   *
   * @param items by name; while it is empty nothing is looked for
   */
  public record Listing(List<AdvisorySourceJson> items) {}
}
