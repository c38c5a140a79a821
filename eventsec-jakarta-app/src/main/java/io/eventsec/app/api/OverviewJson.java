package io.eventsec.app.api;

import io.eventsec.core.event.Severity;
import io.eventsec.persistence.alert.AlertCounts;
import io.eventsec.search.EventStats;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of things at a glance.
 *
 * @param from the time looked at begins
 * @param to the time looked at ends
 * @param events counted by search; null while it is away
 * @param alerts counted by the database
 * @param sources counted by search; null while it is away
 * @param pipeline how far the readers have come
 * @param search whether search answers
 */
public record OverviewJson(
    Instant from,
    Instant to,
    Optional<Events> events,
    Alerts alerts,
    Optional<List<Source>> sources,
    Pipeline pipeline,
    Search search) {

  /**
   * Events over time.
   *
   * @param total how many
   * @param perBucket by time, oldest first
   */
  public record Events(long total, List<Bucket> perBucket) {
    static Events of(EventStats stats) {
      return new Events(
          stats.total(),
          stats.perBucket().stream().map(b -> new Bucket(b.time(), b.count())).toList());
    }
  }

  /**
   * The events of an interval.
   *
   * @param time where it begins
   * @param count how many
   */
  public record Bucket(Instant time, long count) {}

  /**
   * Alerts counted.
   *
   * @param total raised in the time
   * @param open of those
   * @param bySeverity of those raised
   * @param byRule of those raised, most first
   */
  public record Alerts(long total, long open, Map<String, Long> bySeverity, List<ByRule> byRule) {
    private static final int MOST_RULES = 10;

    static Alerts of(AlertCounts counts) {
      Map<String, Long> bySeverity = new LinkedHashMap<>();
      Severity[] levels = Severity.values();
      for (int i = levels.length - 1; i >= 0; i--) {
        bySeverity.put(levels[i].sigmaName(), counts.bySeverity().getOrDefault(levels[i], 0L));
      }
      return new Alerts(
          counts.total(),
          counts.open(),
          bySeverity,
          counts.byRule().stream().limit(MOST_RULES).map(ByRule::of).toList());
    }
  }

  /**
   * The alerts of a rule.
   *
   * @param ruleId the rule
   * @param title its title
   * @param severity its level
   * @param count how many
   */
  public record ByRule(String ruleId, String title, String severity, long count) {
    static ByRule of(AlertCounts.RuleCount rule) {
      return new ByRule(rule.ruleId(), rule.title(), rule.severity().sigmaName(), rule.count());
    }
  }

  /**
   * The events of a source.
   *
   * @param source its name
   * @param events how many
   * @param lastEventAt the time of the newest
   */
  public record Source(String source, long events, Instant lastEventAt) {
    static List<Source> of(EventStats stats) {
      return stats.sources().stream()
          .map(s -> new Source(s.source(), s.events(), s.lastEventAt()))
          .toList();
    }
  }

  /**
   * How far the readers have come. Once both lags are 0: accepted = detected + deadLetters of the
   * stages parse and normalise.
   *
   * @param accepted lines acknowledged since the installation was made
   * @param detected events that the rules have looked at
   * @param indexed lines that the index reader has passed
   * @param deadLetters records rejected
   * @param detectLagBatches batches that detection has still to read
   * @param indexLagBatches batches that indexing has still to read
   * @param outboxPending messages still to be delivered
   */
  public record Pipeline(
      long accepted,
      long detected,
      long indexed,
      long deadLetters,
      long detectLagBatches,
      long indexLagBatches,
      long outboxPending) {}

  /**
   * Whether search answers.
   *
   * @param available true if it does
   * @param reason why not
   */
  public record Search(boolean available, Optional<String> reason) {}
}
