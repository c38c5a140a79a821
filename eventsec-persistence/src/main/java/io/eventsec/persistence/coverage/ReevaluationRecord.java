package io.eventsec.persistence.coverage;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.ReevaluationState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A re-evaluation as people look it up.
 *
 * @param id which
 * @param rule the version of the rule
 * @param state how far it is
 * @param extent over what
 * @param counts what it has come to until now
 * @param reason why it failed; empty if it has not
 * @param requestedBy the login name of whoever asked; empty if nobody did
 * @param requestedAt when
 * @param finishedAt when it was done or failed
 */
public record ReevaluationRecord(
    UUID id,
    RuleRef rule,
    ReevaluationState state,
    Extent extent,
    Counts counts,
    Optional<String> reason,
    Optional<String> requestedBy,
    Instant requestedAt,
    Optional<Instant> finishedAt) {

  /**
   * Over what it goes.
   *
   * @param sources what the events were sent under, by name, the first 20
   * @param from the first position
   * @param to the last one
   * @param position up to where all is done
   */
  public record Extent(List<String> sources, long from, long to, long position) {
    /** Copies the list. */
    public Extent {
      sources = List.copyOf(sources);
    }
  }

  /**
   * What it has come to.
   *
   * @param events how many events were looked at
   * @param alerts how many alerts it has raised that were not there
   * @param failed how many events broke the rule
   */
  public record Counts(long events, long alerts, long failed) {}
}
