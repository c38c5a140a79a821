package io.eventsec.app.api;

import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.core.vuln.risk.RiskCondition;
import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.core.vuln.risk.RiskWeights;
import io.eventsec.persistence.riskpolicy.RiskPolicyChoice;
import io.eventsec.persistence.riskpolicy.RiskPolicyRecord;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of a policy of risk.
 *
 * @param policy what it says, as it can be handed in again
 * @param builtIn true of the one that is there from the beginning
 * @param reason why it was made
 * @param createdBy who made it
 * @param createdAt when
 */
public record RiskPolicyJson(
    Document policy,
    boolean builtIn,
    Optional<String> reason,
    Optional<PersonJson> createdBy,
    Optional<Instant> createdAt) {

  static RiskPolicyJson of(RiskPolicyRecord record) {
    return new RiskPolicyJson(
        Document.of(record.policy()),
        record.created().isEmpty(),
        Optional.of(record.reason()).filter(reason -> !reason.isEmpty()),
        record.created().map(made -> PersonJson.of(made.by())),
        record.created().map(RiskPolicyRecord.Created::at));
  }

  /**
   * What a policy says; {@code eventsec vulns --policy} reads the same.
   *
   * @param name of the policy
   * @param version 1 for its first
   * @param levels by label, which of the conditions, one is enough, give it; the highest counts,
   *     low is what remains
   * @param weights what the score is made of
   * @param dueDays by label, within how many days of its opening a finding is due
   */
  @Schema(name = "RiskPolicyDocument")
  public record Document(
      String name,
      int version,
      Map<String, List<Condition>> levels,
      RiskWeights weights,
      Map<String, Integer> dueDays) {
    static Document of(RiskPolicy policy) {
      Map<String, List<Condition>> levels = new LinkedHashMap<>();
      Map<String, Integer> days = new LinkedHashMap<>();
      RiskLevel[] all = RiskLevel.values();
      for (int i = all.length - 1; i >= 0; i--) {
        String level = Values.name(all[i]);
        Optional.ofNullable(policy.levels().get(all[i]))
            .ifPresent(some -> levels.put(level, some.stream().map(Condition::of).toList()));
        Optional.ofNullable(policy.dueDays().get(all[i])).ifPresent(some -> days.put(level, some));
      }
      return new Document(policy.name(), policy.version(), levels, policy.weights(), days);
    }
  }

  /**
   * What must all be true together; what is not asked is left out.
   *
   * @param cvss at least that score
   * @param epss at least that probability
   * @param exploited it is known to be exploited
   * @param ransomware campaigns of ransomware are known to use it
   * @param ssvc CISA's tree says that, or more: track, track_closely, attend or act
   * @param exposed the asset can be reached from outside
   */
  @Schema(name = "RiskCondition")
  public record Condition(
      OptionalDouble cvss,
      OptionalDouble epss,
      Optional<Boolean> exploited,
      Optional<Boolean> ransomware,
      Optional<String> ssvc,
      Optional<Boolean> exposed) {
    static Condition of(RiskCondition condition) {
      return new Condition(
          condition.cvss(),
          condition.epss(),
          asked(condition.exploited()),
          asked(condition.ransomware()),
          condition.decision().map(Values::name),
          asked(condition.exposed()));
    }

    private static Optional<Boolean> asked(boolean asked) {
      return Optional.of(asked).filter(Boolean.TRUE::equals);
    }
  }

  /**
   * Versions of policies.
   *
   * @param items by name, of one name the newest first
   * @param nextCursor where the next page starts
   * @param builtIn the one that is there from the beginning; it is not among the items
   * @param inForce the one that labels findings
   */
  public record RiskPolicyListing(
      List<RiskPolicyJson> items,
      Optional<String> nextCursor,
      RiskPolicyJson builtIn,
      RiskPolicyChoiceJson inForce) {}

  /**
   * The one that labels findings.
   *
   * @param name of the policy
   * @param version of it
   * @param revision how often it was chosen; the ETag
   * @param reason why it was chosen
   * @param changedBy who chose it; nobody if it was never chosen
   * @param changedAt when
   */
  public record RiskPolicyChoiceJson(
      String name,
      int version,
      int revision,
      Optional<String> reason,
      Optional<PersonJson> changedBy,
      Optional<Instant> changedAt) {
    static RiskPolicyChoiceJson of(RiskPolicyChoice choice) {
      return new RiskPolicyChoiceJson(
          choice.policy().name(),
          choice.policy().version(),
          choice.revision(),
          choice.chosen().map(RiskPolicyChoice.Chosen::reason),
          choice.chosen().map(chosen -> PersonJson.of(chosen.by())),
          choice.chosen().map(RiskPolicyChoice.Chosen::at));
    }
  }

  /**
   * A policy to be made, or to be looked at.
   *
   * @param reason why, 1 to 1,000 characters; a preview needs none
   * @param policy name, levels, weights and dueDays
   */
  public record RiskPolicyRequest(
      @Nullable String reason,
      @Schema(implementation = Object.class) @Nullable JsonObject policy) {}

  /**
   * Which version shall label findings.
   *
   * @param name of the policy
   * @param version of it
   * @param reason why, 1 to 1,000 characters
   */
  public record RiskPolicyChoiceRequest(
      @Nullable String name, @Nullable Integer version, @Nullable String reason) {}
}
