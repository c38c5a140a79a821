package io.eventsec.app.api;

import io.eventsec.persistence.policy.RuleSettingRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a rule last.
 *
 * @param reason why
 * @param changedBy who decided it
 * @param changedAt when
 */
public record RuleSettingJson(String reason, PersonJson changedBy, Instant changedAt) {
  static RuleSettingJson of(RuleSettingRecord setting) {
    return new RuleSettingJson(
        setting.reason(), PersonJson.of(setting.changedBy()), setting.changedAt());
  }

  /**
   * A decision about a rule: at least one of the first two.
   *
   * @param enabled whether it shall run
   * @param level how much its alerts shall matter: informational, low, medium, high, critical, or
   *     {@code own} for what the rule says
   * @param reason why, 1 to 1,000 characters
   */
  public record Request(
      @Nullable Boolean enabled, @Nullable String level, @Nullable String reason) {}
}
