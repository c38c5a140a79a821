package io.eventsec.persistence.riskpolicy;

import io.eventsec.core.vuln.RiskLevel;
import java.util.List;

/**
 * What another policy would change of the findings that are not fixed, by the facts that are stored
 * with them.
 *
 * @param findings how many were looked at
 * @param unknown how many more there are whose facts nobody has noted yet
 * @param moves how many findings would get which label instead of which, those that stay too
 * @param examples of those that would change, those that change most first
 */
public record RiskPreview(long findings, long unknown, List<Move> moves, List<Example> examples) {
  /** How many examples there are at most. */
  public static final int MOST_EXAMPLES = 50;

  /** Copies the lists. */
  public RiskPreview {
    moves = List.copyOf(moves);
    examples = List.copyOf(examples);
  }

  /** How many would get another label. */
  public long changed() {
    return moves.stream().filter(one -> one.from() != one.to()).mapToLong(Move::findings).sum();
  }

  /**
   * Findings that go from one label to another, or stay.
   *
   * @param from the label that they have
   * @param to the label that they would get
   * @param findings how many
   */
  public record Move(RiskLevel from, RiskLevel to, long findings) {}

  /**
   * A finding that would change.
   *
   * @param id of the finding
   * @param vulnerability its id
   * @param hostname of the asset
   * @param component its name
   * @param version of the component
   * @param from the label that it has
   * @param to the label that it would get
   * @param reasons of the new label; none for the lowest
   * @param alike how many findings have the same facts and label, this one too
   */
  public record Example(
      long id,
      String vulnerability,
      String hostname,
      String component,
      String version,
      RiskLevel from,
      RiskLevel to,
      List<String> reasons,
      long alike) {
    /** Copies the list. */
    public Example {
      reasons = List.copyOf(reasons);
    }
  }
}
