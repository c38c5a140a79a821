package io.eventsec.app.api;

import io.eventsec.persistence.coverage.ReevaluationRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is run over what it has not seen, or was.
 *
 * @param id which
 * @param version of the rule
 * @param state requested, running, done or failed
 * @param sources what the events were sent under, the first 20
 * @param fromPosition the first position of the journal that it goes over
 * @param toPosition the last one
 * @param position up to where it has come
 * @param events how many events were looked at until now
 * @param alerts how many alerts were raised that were not there
 * @param failed how many events broke the rule
 * @param reason why it failed; null if it has not
 * @param requestedBy who asked, by login name
 * @param requestedAt when
 * @param finishedAt when it was done or failed; null until then
 */
public record ReevaluationJson(
    String id,
    String version,
    String state,
    List<String> sources,
    long fromPosition,
    long toPosition,
    long position,
    long events,
    long alerts,
    long failed,
    Optional<String> reason,
    Optional<String> requestedBy,
    Instant requestedAt,
    Optional<Instant> finishedAt) {

  static ReevaluationJson of(ReevaluationRecord record) {
    return new ReevaluationJson(
        record.id().toString(),
        record.rule().version(),
        Values.name(record.state()),
        record.extent().sources(),
        record.extent().from(),
        record.extent().to(),
        record.extent().position(),
        record.counts().events(),
        record.counts().alerts(),
        record.counts().failed(),
        record.reason(),
        record.requestedBy(),
        record.requestedAt(),
        record.finishedAt());
  }

  /**
   * Those of a rule.
   *
   * @param items newest first, 50 at most
   */
  public record Listing(List<ReevaluationJson> items) {}

  /**
   * Over what a rule is to be run: all, what is named, or all that it has seen once more.
   *
   * @param all true for all gaps that can be re-evaluated, but not those in which another version
   *     of the rule ran
   * @param ranges which parts of its gaps, at most 1,000
   * @param again true for all that the journal has and that was looked at, by the rule or not: for
   *     what was not known then, as new indicators
   */
  public record Request(
      @Nullable Boolean all, @Nullable List<@Nullable RangeJson> ranges, @Nullable Boolean again) {}

  /**
   * Batches of a source.
   *
   * @param source what they were sent under
   * @param fromPosition the first position of the journal
   * @param toPosition the last one
   */
  public record RangeJson(
      @Nullable String source, @Nullable Long fromPosition, @Nullable Long toPosition) {}
}
