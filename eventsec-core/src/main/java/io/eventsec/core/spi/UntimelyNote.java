package io.eventsec.core.spi;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.UntimelyEvent.Reason;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import java.time.Instant;

/**
 * An event that a correlation could not take up.
 *
 * @param tenant whose it is
 * @param rule the version of the correlation
 * @param event the event; one that tells an alert has the id of the alert
 * @param eventTime when it says that it happened
 * @param source the name of the source it was sent under
 * @param reason why not
 * @param position where the journal has the batch that it is in; 0 if nobody knows
 */
public record UntimelyNote(
    Tenant tenant,
    RuleRef rule,
    EventId event,
    Instant eventTime,
    String source,
    Reason reason,
    long position) {}
