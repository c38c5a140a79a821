package io.eventsec.core.vuln.advisory;

import java.util.List;
import java.util.Optional;

/**
 * What a record of CVE says of a vulnerability, whatever it is in.
 *
 * @param cve its number
 * @param rejected true if the number stands for nothing
 * @param severities by whoever scored it
 * @param ssvc CISA's answers; empty if it gave none
 */
public record CveFacts(
    String cve, boolean rejected, List<SeverityClaim> severities, Optional<Ssvc> ssvc) {
  /** Copies the list. */
  public CveFacts {
    severities = List.copyOf(severities);
  }
}
