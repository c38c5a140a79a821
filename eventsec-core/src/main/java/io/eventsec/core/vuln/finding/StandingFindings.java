package io.eventsec.core.vuln.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The vulnerabilities of an asset that had a label on a day, told before or not: so that what is
 * detected on the asset can be correlated with a vulnerability that has been there for long.
 *
 * @param host which asset
 * @param label which label they have
 * @param vulnerabilities ids of the worst of them
 * @param count how many there are, at least as many as are named
 * @param score the highest risk score, 0 to 1
 * @param due until when the first is to be mended, if the policy says
 * @param day which day
 * @param at when it was told
 */
public record StandingFindings(
    FindingNews.Host host,
    NewsLabel label,
    List<String> vulnerabilities,
    long count,
    double score,
    Optional<Instant> due,
    LocalDate day,
    Instant at) {

  /** Copies the list. */
  public StandingFindings {
    vulnerabilities = List.copyOf(vulnerabilities);
  }

  /** What tells this from everything else that is told of findings of its tenant. */
  public String key() {
    return host.asset() + "/standing/" + label.wireName() + '/' + day;
  }
}
