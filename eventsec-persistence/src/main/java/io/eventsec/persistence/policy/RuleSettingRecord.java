package io.eventsec.persistence.policy;

import io.eventsec.core.policy.RuleSetting;
import io.eventsec.persistence.identity.UserRef;
import java.time.Instant;

/**
 * What a tenant has decided about a rule, and who did.
 *
 * @param setting the decision
 * @param reason why
 * @param changedBy who decided it last
 * @param changedAt when
 * @param revision how often it was decided, 1 or more
 */
public record RuleSettingRecord(
    RuleSetting setting, String reason, UserRef changedBy, Instant changedAt, int revision) {}
