package io.eventsec.app.api;

import io.eventsec.persistence.vulnerability.FindingMoveResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What became of the findings of a move.
 *
 * @param moved how many were moved
 * @param results what became of each, in the order in which they were named
 */
public record FindingMoveJson(int moved, List<Outcome> results) {

  static FindingMoveJson of(List<FindingMoveResult> results) {
    return new FindingMoveJson(
        (int) results.stream().filter(FindingMoveResult.Moved.class::isInstance).count(),
        results.stream().map(Outcome::of).toList());
  }

  /**
   * What became of one finding.
   *
   * @param id which
   * @param outcome moved; or it stays where it was: stale if somebody else was faster, refused if
   *     it cannot go there from where it stands, missing if there is none
   * @param revision it has now, if it was moved or is stale
   * @param detail why it was refused
   */
  public record Outcome(String id, String outcome, OptionalInt revision, Optional<String> detail) {
    static Outcome of(FindingMoveResult result) {
      String id = Long.toString(result.id());
      if (result instanceof FindingMoveResult.Moved moved) {
        return new Outcome(id, "moved", OptionalInt.of(moved.revision()), Optional.empty());
      }
      if (result instanceof FindingMoveResult.Stale stale) {
        return new Outcome(id, "stale", OptionalInt.of(stale.revision()), Optional.empty());
      }
      if (result instanceof FindingMoveResult.Refused refused) {
        return new Outcome(id, "refused", OptionalInt.empty(), Optional.of(refused.why()));
      }
      return new Outcome(id, "missing", OptionalInt.empty(), Optional.empty());
    }
  }

  /**
   * Where a finding shall stand.
   *
   * @param status open, in_review, mitigated, accepted or false_positive
   * @param reason why, at most 4,000 characters; accepted and false_positive need one
   * @param justification what VEX calls the reason of a false positive, such as
   *     component_not_present
   * @param owner who answers for living with what is accepted: the id of a user, the caller unless
   *     said
   * @param until from when on an acceptance no longer counts
   */
  public record FindingMoveRequest(
      @Nullable String status,
      @Nullable String reason,
      @Nullable String justification,
      @Nullable String owner,
      @Nullable String until) {}

  /**
   * Where several findings shall stand.
   *
   * @param findings 1 to 500
   * @param to where they shall stand
   */
  public record FindingMovesRequest(
      @Nullable List<@Nullable Seen> findings, @Nullable FindingMoveRequest to) {}

  /**
   * A finding as the caller saw it.
   *
   * @param id which
   * @param revision it had; without one it is moved however it stands
   */
  public record Seen(@Nullable String id, @Nullable Integer revision) {}
}
