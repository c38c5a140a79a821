package io.eventsec.app.api;

import io.eventsec.app.security.AuditTrail;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.policy.RuleSetting;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.policy.ExceptionRecord;
import io.eventsec.persistence.policy.NewException;
import io.eventsec.persistence.policy.RuleExceptions;
import io.eventsec.persistence.policy.RuleSettingChange;
import io.eventsec.persistence.policy.RuleSettingRecord;
import io.eventsec.persistence.policy.RuleSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a tenant decides about rules, each call in a transaction of its own. */
@ApplicationScoped
public class RulePolicyService {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject AuditTrail audit;

  /** All decisions, by the rule's id. */
  @Transactional
  public Map<String, RuleSettingRecord> settings(Tenant tenant) {
    return new RuleSettings(entities)
        .all(tenant).stream()
            .collect(Collectors.toMap(record -> record.setting().ruleId(), Function.identity()));
  }

  /** The decision about one rule. */
  @Transactional
  public Optional<RuleSettingRecord> setting(Tenant tenant, String ruleId) {
    return new RuleSettings(entities).find(tenant, ruleId);
  }

  /**
   * Decides about a rule.
   *
   * @throws io.eventsec.app.http.ProblemException 412 if somebody was faster
   */
  @Transactional
  public RuleSettingRecord change(RuleSettingChange change) {
    RuleSetting setting = change.setting();
    RuleSettings settings = new RuleSettings(entities);
    if (!settings.change(change)) {
      int revision =
          settings
              .find(setting.tenant(), setting.ruleId())
              .map(RuleSettingRecord::revision)
              .orElse(0);
      throw IfMatch.stale("rule's settings", revision);
    }
    audit.done(
        "rule.setting",
        new AuditObject("rule", setting.ruleId()),
        Map.of(
            "enabled", Boolean.toString(setting.enabled()),
            "level", setting.level().map(Severity::sigmaName).orElse(RulePolicyRequests.OWN),
            "reason", change.reason()));
    return settings.find(setting.tenant(), setting.ruleId()).orElseThrow();
  }

  /** The exceptions of a rule, newest first. */
  @Transactional
  public List<ExceptionRecord> exceptions(Tenant tenant, String ruleId) {
    return new RuleExceptions(entities).ofRule(tenant, ruleId);
  }

  /**
   * Makes an exception.
   *
   * @throws IllegalArgumentException if the owner cannot be given it, or too many are in force
   */
  @Transactional
  public ExceptionRecord create(NewException exception) {
    RuleExceptions exceptions = new RuleExceptions(entities);
    exceptions.create(exception);
    audit.done(
        "rule.exception.create",
        object(exception.filter().id()),
        Map.of(
            "rule", exception.filter().ruleId(),
            "expires", exception.filter().expiresAt().toString(),
            "reason", exception.reason()));
    return exceptions.find(exception.filter().tenant(), exception.filter().id()).orElseThrow();
  }

  /**
   * Ends one before its time.
   *
   * @return false if the rule has none of that id that has not been ended
   */
  @Transactional
  public boolean end(UserAccount user, String ruleId, UUID id) {
    RuleExceptions exceptions = new RuleExceptions(entities);
    boolean ended =
        exceptions
                .find(user.tenant(), id)
                .filter(found -> found.ruleId().equals(ruleId))
                .isPresent()
            && exceptions.end(user.tenant(), id, user.id());
    if (ended) {
      audit.done("rule.exception.end", object(id), Map.of("rule", ruleId));
    }
    return ended;
  }

  private static AuditObject object(UUID id) {
    return new AuditObject("rule-exception", id.toString());
  }
}
