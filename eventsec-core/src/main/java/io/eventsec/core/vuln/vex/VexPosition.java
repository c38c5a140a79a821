package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.finding.FindingState;
import java.util.Optional;

/**
 * Where a vulnerability in a component stands, and what was stated of it. Immutable and
 * thread-safe.
 *
 * @param subject which one
 * @param state where it stands
 * @param statement whose words are passed on if they mean that state; empty if there are none
 * @param host that the component is on; empty if nobody says
 */
public record VexPosition(
    VexSubject subject,
    FindingState state,
    Optional<VexStatement> statement,
    Optional<VexHost> host) {
  /** On a host that nobody says. */
  public VexPosition(VexSubject subject, FindingState state, Optional<VexStatement> statement) {
    this(subject, state, statement, Optional.empty());
  }

  /** That of a finding that was judged. */
  public static VexPosition of(JudgedFinding judged) {
    return new VexPosition(VexSubject.of(judged.finding()), judged.state(), judged.statement());
  }
}
