package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.policy.ExceptionFilter;
import io.eventsec.core.policy.RuleSetting;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.policy.NewException;
import io.eventsec.persistence.policy.RuleSettingChange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what is to be decided about a rule. */
final class RulePolicyRequests {
  /** The level that the rule says itself. */
  static final String OWN = "own";

  private RulePolicyRequests() {}

  /**
   * A decision.
   *
   * @param now what holds; empty if nothing has been decided
   */
  static RuleSettingChange change(
      UserAccount user,
      String ruleId,
      int revision,
      Optional<RuleSetting> now,
      RuleSettingJson.@Nullable Request body) {
    if (body == null || (body.enabled() == null && body.level() == null)) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "Send {\"enabled\": ..., \"level\": ..., \"reason\": ...}, the first or the second or both.");
    }
    Optional<Severity> level =
        body.level() == null ? now.flatMap(RuleSetting::level) : level(body.level());
    boolean enabled =
        Objects.requireNonNullElse(body.enabled(), now.map(RuleSetting::enabled).orElse(true));
    String reason = Values.text(body.reason()).orElse("");
    try {
      return new RuleSettingChange(
          new RuleSetting(user.tenant(), ruleId, enabled, level), revision, reason, user.id());
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("reason", reason, e);
    }
  }

  private static Optional<Severity> level(String text) {
    if (text.equals(OWN)) {
      return Optional.empty();
    }
    return Optional.of(
        Severity.ofSigmaName(text)
            .orElseThrow(
                () ->
                    Values.invalid(
                        "level",
                        text,
                        "is no level",
                        "Use informational, low, medium, high or critical, or own for the rule's.")));
  }

  /** An exception. */
  static NewException exception(
      UserAccount user, String ruleId, RuleExceptionJson.@Nullable Request body) {
    if (body == null || body.detection() == null || body.expiresAt() == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "Send {\"detection\": ..., \"reason\": ..., \"expiresAt\": ...}.");
    }
    ExceptionFilter filter =
        filter(
            user.tenant(), ruleId, body.detection(), Values.moment("expiresAt", body.expiresAt()));
    UUID owner = Values.uuid("owner", body.owner()).orElse(user.id());
    String reason = Values.text(body.reason()).orElse("");
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    try {
      RuleSettingChange.checkReason(reason);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("reason", reason, e);
    }
    try {
      return new NewException(filter, reason, owner, user.id(), now);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("expiresAt", body.expiresAt(), e);
    }
  }

  private static ExceptionFilter filter(
      Tenant tenant, String ruleId, String detection, Instant expiresAt) {
    try {
      return new ExceptionFilter(
          UUID.randomUUID(), tenant, ruleId, detection, expiresAt.truncatedTo(ChronoUnit.MICROS));
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("detection", detection, e);
    }
  }
}
