package io.eventsec.app.api;

import io.eventsec.core.vuln.finding.FindingEvidence;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.persistence.vulnerability.FindingDetail;
import io.eventsec.persistence.vulnerability.FindingHistoryEntry;
import io.eventsec.persistence.vulnerability.FindingSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A vulnerability found in a component of an asset.
 *
 * @param id its id
 * @param vulnerabilityId of which vulnerability
 * @param title the vulnerability's
 * @param assetId where
 * @param hostname where, by name
 * @param component in what, by name
 * @param version of that
 * @param fixedVersion the version in which it is mended
 * @param undecided true if no source can tell whether the version is affected
 * @param risk how soon it wants to be dealt with
 * @param riskScore the same in a number, 0 to 1
 * @param scores what is known of the vulnerability itself
 * @param exploited true if it is known to be exploited
 * @param status open, in_review, mitigated, accepted, false_positive or fixed
 * @param reason why it stands there, in the words of who moved it; may be empty
 * @param justification what VEX calls the reason, of a false positive
 * @param acceptedBy who answers for living with it
 * @param acceptedUntil until when
 * @param foundAt when it was found first
 * @param openedAt since when the evidence is there without a break
 * @param dueAt until when it is to be dealt with
 * @param overdue true if that is over, and it is open or in review
 * @param closedAt since when it is fixed
 * @param evidence why it was found
 * @param revision 1 when found, one more for each change
 */
public record FindingJson(
    String id,
    String vulnerabilityId,
    String title,
    String assetId,
    String hostname,
    String component,
    String version,
    Optional<String> fixedVersion,
    boolean undecided,
    String risk,
    double riskScore,
    Scores scores,
    boolean exploited,
    String status,
    String reason,
    Optional<String> justification,
    Optional<PersonJson> acceptedBy,
    Optional<Instant> acceptedUntil,
    Instant foundAt,
    Instant openedAt,
    Optional<Instant> dueAt,
    boolean overdue,
    Optional<Instant> closedAt,
    Evidence evidence,
    int revision) {

  static FindingJson of(FindingSummary finding, Instant now) {
    FindingSummary.Standing standing = finding.standing();
    FindingSummary.Times times = finding.times();
    return new FindingJson(
        Long.toString(finding.id()),
        finding.vulnerability(),
        finding.title(),
        finding.asset().toString(),
        finding.hostname(),
        finding.component(),
        finding.version(),
        finding.fixedVersion(),
        finding.undecided(),
        Values.name(finding.risk()),
        finding.riskScore(),
        Scores.of(finding.scores()),
        finding.exploited(),
        Values.name(finding.status()),
        standing.reason(),
        standing.justification().map(VexJustification::label),
        standing.acceptedBy().map(PersonJson::of),
        standing.acceptedUntil(),
        times.foundAt(),
        times.openedAt(),
        times.dueAt(),
        finding.isOverdue(now),
        times.closedAt(),
        Evidence.of(finding.evidence()),
        finding.revision());
  }

  /**
   * What is known of a vulnerability, wherever it is found; as in {@link VulnerabilityJson}.
   *
   * @param cvssScore 0 to 10
   * @param epss how probable its exploitation is in the next 30 days, 0 to 1
   * @param kevSince since when it is known to be exploited, as a date
   */
  public record Scores(
      Optional<Double> cvssScore, Optional<Double> epss, Optional<String> kevSince) {

    static Scores of(FindingSummary.Scores scores) {
      return new Scores(scores.cvss(), scores.epss(), scores.kevSince().map(Object::toString));
    }
  }

  /**
   * Why a vulnerability was found in a component.
   *
   * @param policy by which the risk was judged, with its version
   * @param reasons of the risk
   * @param advisories what sources say, at most 50
   * @param more how many more say so
   */
  public record Evidence(String policy, List<String> reasons, List<Said> advisories, int more) {

    static Evidence of(FindingEvidence evidence) {
      return new Evidence(
          evidence.policy(),
          evidence.reasons(),
          evidence.said().stream().map(Said::of).toList(),
          evidence.more());
    }
  }

  /**
   * What a source says. What it does not have is the empty text.
   *
   * @param id the advisory's
   * @param source where it is from
   * @param component what was compared: a package or a CPE name
   * @param version as it was compared
   * @param range that it was compared with
   * @param why for people
   * @param fixedIn the version that mends it
   * @param undecided true if it cannot be told whether the version is affected
   */
  public record Said(
      String id,
      String source,
      String component,
      String version,
      String range,
      String why,
      String fixedIn,
      boolean undecided) {

    static Said of(FindingEvidence.Said said) {
      return new Said(
          said.advisory(),
          said.source(),
          said.component(),
          said.version(),
          said.range(),
          said.why(),
          said.fixedIn(),
          said.undecided());
    }
  }

  /**
   * Some of many findings.
   *
   * @param items worst first
   * @param nextCursor where the next page starts; null on the last one
   * @param advisorySources as in {@link VulnerabilityJson.Listing}
   */
  public record FindingListing(
      List<FindingJson> items,
      Optional<String> nextCursor,
      List<AdvisorySourceJson> advisorySources) {}

  /**
   * A finding with what happened to it.
   *
   * @param finding as a list shows it
   * @param facts what its risk was judged by; null if that was not noted yet
   * @param due why it is due when it is; null if it has no end
   * @param possible where a person may move it
   * @param history oldest first: that it was opened, and the last 200 changes
   */
  public record FindingDetailJson(
      FindingJson finding,
      Optional<RiskFactsJson> facts,
      Optional<RiskFactsJson.DueJson> due,
      List<String> possible,
      List<FindingChange> history) {

    static FindingDetailJson of(FindingDetail detail, Instant now) {
      return new FindingDetailJson(
          FindingJson.of(detail.summary(), now),
          detail.facts().map(RiskFactsJson::of),
          detail.due().map(RiskFactsJson.DueJson::of),
          detail.possible().stream().sorted().map(Values::name).toList(),
          detail.history().stream().map(FindingChange::of).toList());
    }
  }

  /**
   * What happened to a finding.
   *
   * @param change opened, reopened, fixed, label, moved, stated or expired
   * @param from where it stood
   * @param to where it stood from then on
   * @param fromRisk how dangerous it was
   * @param toRisk how dangerous it was from then on
   * @param reason what the user said to it; may be empty
   * @param acceptedBy who answered for it, if it was accepted
   * @param acceptedUntil until when
   * @param source the document of VEX that said so, or the policy; may be empty
   * @param user who; null if evidence or time did
   * @param at when
   */
  public record FindingChange(
      String change,
      String from,
      String to,
      String fromRisk,
      String toRisk,
      String reason,
      Optional<PersonJson> acceptedBy,
      Optional<Instant> acceptedUntil,
      String source,
      Optional<PersonJson> user,
      Instant at) {

    static FindingChange of(FindingHistoryEntry entry) {
      return new FindingChange(
          Values.name(entry.change()),
          Values.name(entry.from()),
          Values.name(entry.to()),
          Values.name(entry.fromRisk()),
          Values.name(entry.toRisk()),
          entry.reason(),
          entry.acceptedBy().map(PersonJson::of),
          entry.acceptedUntil(),
          entry.source(),
          entry.by().map(PersonJson::of),
          entry.at());
    }
  }
}
