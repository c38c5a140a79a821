package io.eventsec.core.vuln.finding;

import io.eventsec.core.vuln.RiskLevel;
import java.util.Optional;

/**
 * What a finding says.
 *
 * @param risk how soon it wants to be dealt with
 * @param score the same in a number, 0 to 1
 * @param undecided true if no source can tell whether the version is affected
 * @param fixedIn the versions that mend it; empty if none is known
 * @param evidence why, in the form it is stored in
 * @param facts that the risk was judged by, in the form they are stored in
 */
public record FindingContent(
    RiskLevel risk,
    double score,
    boolean undecided,
    Optional<String> fixedIn,
    String evidence,
    String facts) {}
