package io.eventsec.core.spi;

import io.eventsec.core.coverage.CoverageSpan;
import io.eventsec.core.coverage.RulesInForce;
import io.eventsec.core.event.Tenant;

/**
 * What a step has evaluated of one source.
 *
 * @param tenant whose events
 * @param source what they were sent under
 * @param rules what they were evaluated by
 * @param span which events
 */
public record CoverageNote(Tenant tenant, String source, RulesInForce rules, CoverageSpan span) {}
