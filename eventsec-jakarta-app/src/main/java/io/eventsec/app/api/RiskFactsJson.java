package io.eventsec.app.api;

import io.eventsec.core.vuln.advisory.KnownExploited;
import io.eventsec.core.vuln.advisory.Ssvc;
import io.eventsec.core.vuln.risk.RiskFacts;
import io.eventsec.persistence.vulnerability.FindingDetail;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the risk of a finding was judged by, beside its scores.
 *
 * @param criticality of the asset, as it was judged by
 * @param exposed true if the asset can be reached from outside
 * @param kev its entry among those that are known to be exploited
 * @param ssvc CISA's answers, and what they come to on this asset
 */
@Schema(name = "RiskFacts")
public record RiskFactsJson(
    String criticality, boolean exposed, Optional<KevJson> kev, Optional<SsvcJson> ssvc) {

  static RiskFactsJson of(RiskFacts facts) {
    return new RiskFactsJson(
        Values.name(facts.criticality()),
        facts.exposed(),
        facts.exploited().map(KevJson::of),
        facts
            .ssvc()
            .flatMap(
                answers -> facts.decision().map(one -> SsvcJson.of(answers, Values.name(one)))));
  }

  /**
   * An entry among those that CISA knows to be exploited.
   *
   * @param since when it was listed, as a date
   * @param due the last day that CISA gives, as a date
   * @param ransomware campaigns of ransomware are known to use it
   */
  @Schema(name = "KnownExploited")
  public record KevJson(String since, Optional<String> due, boolean ransomware) {
    static KevJson of(KnownExploited entry) {
      return new KevJson(
          entry.added().toString(), entry.due().map(Object::toString), entry.ransomware());
    }
  }

  /**
   * What CISA's tree says.
   *
   * @param decision track, track_closely, attend or act
   * @param exploitation none, poc or active
   * @param automatable true if reaching many of them can be automated
   * @param total true if who exploits it has all of what it is in, and not a part only
   */
  @Schema(name = "Ssvc")
  public record SsvcJson(String decision, String exploitation, boolean automatable, boolean total) {
    static SsvcJson of(Ssvc answers, String decision) {
      return new SsvcJson(
          decision, Values.name(answers.exploitation()), answers.automatable(), answers.total());
    }
  }

  /**
   * Why a finding is due when it is.
   *
   * @param by kev if CISA gives less time than the policy, else policy
   * @param kevDue the last day that CISA gives, if it is by that
   * @param days from its opening to its end; those of the policy, if it is by that
   */
  @Schema(name = "FindingDue")
  public record DueJson(String by, Optional<String> kevDue, int days) {
    static DueJson of(FindingDetail.Due due) {
      return new DueJson(
          due.demanded().isPresent() ? "kev" : "policy",
          due.demanded().map(Object::toString),
          due.days());
    }
  }
}
