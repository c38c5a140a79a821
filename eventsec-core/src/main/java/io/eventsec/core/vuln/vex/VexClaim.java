package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.FindingStatus;
import java.util.Optional;

/**
 * What is claimed of products and a vulnerability. Immutable and thread-safe.
 *
 * @param justification why they are not affected; empty if it is said in words, or they are
 *     affected
 * @param written the justification as the document has it, where that is another's word for it
 *     (CycloneDX's nine); else empty
 * @param impact why they are, or are not, affected, in words; may be empty
 * @param action what to do about it; may be empty
 */
public record VexClaim(
    VexStatus status,
    Optional<VexJustification> justification,
    String written,
    String impact,
    String action) {

  /** A claim with nothing but a status. */
  public static VexClaim of(VexStatus status) {
    return new VexClaim(status, Optional.empty(), "", "", "");
  }

  /** Where a finding stands of which this is true. */
  public FindingStatus findingStatus() {
    return switch (status) {
      case NOT_AFFECTED -> FindingStatus.FALSE_POSITIVE;
      // The component is still there in that version: this is a claim, no evidence.
      case FIXED -> FindingStatus.MITIGATED;
      case UNDER_INVESTIGATION -> FindingStatus.IN_REVIEW;
      case AFFECTED -> FindingStatus.OPEN;
    };
  }

  /** For people: the justification, else the words; empty if it says nothing more. */
  public String reason() {
    if (!written.isEmpty()) {
      return written;
    }
    return justification.map(VexJustification::label).orElse(impact.isEmpty() ? action : impact);
  }
}
