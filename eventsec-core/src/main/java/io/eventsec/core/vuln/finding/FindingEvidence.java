package io.eventsec.core.vuln.finding;

import io.eventsec.core.vuln.match.MatchReason;
import io.eventsec.core.vuln.match.VulnerabilityMatch;
import java.util.Comparator;
import java.util.List;

/**
 * Why a vulnerability was found in a component, and is as dangerous as it is said to be.
 *
 * @param policy by which the risk was judged, with its version; empty if nobody noted it
 * @param reasons of the risk
 * @param said by the sources, at most 50
 * @param more how many more say so
 */
public record FindingEvidence(String policy, List<String> reasons, List<Said> said, int more) {
  private static final int MOST = 50;
  private static final int LONGEST = 500;

  /**
   * What a source says. What it does not have is the empty string; each has at most 500 characters.
   *
   * @param advisory the advisory's id
   * @param source the feed's name
   * @param component what was compared: a package or a CPE name
   * @param version as it was compared
   * @param range that it was compared with
   * @param why for people
   * @param fixedIn the version that mends it
   * @param undecided true if it cannot be told whether the version is affected
   */
  public record Said(
      String advisory,
      String source,
      String component,
      String version,
      String range,
      String why,
      String fixedIn,
      boolean undecided) {
    private static Said of(VulnerabilityMatch match) {
      MatchReason reason = match.reason();
      String component = "";
      String version = "";
      String range = "";
      if (reason instanceof MatchReason.InRange in) {
        component = in.key().toString();
        version = in.version().toString();
        range = in.range().toString();
      } else if (reason instanceof MatchReason.Listed listed) {
        component = listed.key().toString();
        version = listed.version();
      } else if (reason instanceof MatchReason.ByCpe cpe) {
        component = cpe.name();
        range = cpe.criterion();
      } else if (reason instanceof MatchReason.Undecided undecided) {
        component = undecided.key().toString();
        version = undecided.version();
      }
      return new Said(
          clipped(match.advisory().id()),
          clipped(match.advisory().source()),
          clipped(component),
          clipped(version),
          clipped(range),
          clipped(reason.explanation()),
          clipped(reason.fixedIn().orElse("")),
          !match.isAffected());
    }

    private static String clipped(String text) {
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + '…';
    }
  }

  /** Copies the lists. */
  public FindingEvidence {
    reasons = List.copyOf(reasons);
    said = List.copyOf(said);
  }

  /**
   * The evidence of a finding: the same in whatever order sources said it.
   *
   * @param policy by which the risk was judged, with its version
   */
  public static FindingEvidence of(VulnerabilityFinding finding, String policy) {
    List<Said> all =
        finding.matches().stream()
            .map(Said::of)
            .distinct()
            .sorted(
                Comparator.comparing(Said::undecided)
                    .thenComparing(Said::source)
                    .thenComparing(Said::advisory)
                    .thenComparing(Said::why))
            .toList();
    return new FindingEvidence(
        policy,
        finding.risk().reasons(),
        all.subList(0, Math.min(MOST, all.size())),
        Math.max(0, all.size() - MOST));
  }

  /** What the same sources said, judged by another policy or by other facts. */
  public FindingEvidence judged(String by, List<String> because) {
    return new FindingEvidence(by, because, said, more);
  }
}
