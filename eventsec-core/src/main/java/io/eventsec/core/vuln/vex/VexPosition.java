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
 */
public record VexPosition(
    VexSubject subject, FindingState state, Optional<VexStatement> statement) {

  /** That of a finding that was judged. */
  public static VexPosition of(JudgedFinding judged) {
    return new VexPosition(VexSubject.of(judged.finding()), judged.state(), judged.statement());
  }
}
