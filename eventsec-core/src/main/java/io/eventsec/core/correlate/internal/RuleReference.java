package io.eventsec.core.correlate.internal;

import java.util.List;

/**
 * A correlation refers to a rule.
 *
 * @param plan the correlation
 * @param position the rule's place among those that it refers to
 * @param groupFields the fields of the rule's events that tell groups apart
 * @param valueFields the fields whose values are counted or computed with
 */
record RuleReference(
    CorrelationPlan plan, int position, List<String> groupFields, List<String> valueFields) {}
