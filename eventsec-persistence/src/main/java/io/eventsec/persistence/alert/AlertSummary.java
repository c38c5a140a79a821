package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.alert.Entities;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import java.time.Instant;

/**
 * An alert as a list shows it.
 *
 * @param id its id
 * @param tenant whose
 * @param seq the number of the last thing that happened to it; greater is later
 * @param rule the version of the rule that fired
 * @param title the rule's title
 * @param severity the rule's level
 * @param status where it stands
 * @param source where its first event came from
 * @param eventTime when it happened
 * @param lastEventTime when what it is about happened last; the same as {@code eventTime} if it
 *     happened once
 * @param firings how often its condition was reached, from 1
 * @param raisedAt when it was found
 * @param entities who and what it is about
 * @param revision 1 when raised, one more for each change
 */
public record AlertSummary(
    AlertId id,
    Tenant tenant,
    long seq,
    RuleRef rule,
    String title,
    Severity severity,
    AlertStatus status,
    String source,
    Instant eventTime,
    Instant lastEventTime,
    long firings,
    Instant raisedAt,
    Entities entities,
    int revision) {}
