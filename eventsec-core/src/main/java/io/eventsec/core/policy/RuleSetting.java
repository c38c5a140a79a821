package io.eventsec.core.policy;

import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import java.util.Optional;

/**
 * What a tenant has decided about a rule, all its versions.
 *
 * @param tenant who
 * @param ruleId the rule's id
 * @param enabled false if it shall not run over the tenant's events
 * @param level how much its alerts matter to the tenant; empty for what the rule says
 */
public record RuleSetting(
    Tenant tenant, String ruleId, boolean enabled, Optional<Severity> level) {}
