package io.eventsec.core.correlate;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.SigmaCorrelation;
import java.util.List;

/**
 * The condition of a correlation holds for the window that ends with an event. Immutable.
 *
 * @param rule the correlation
 * @param tenant whose events they are
 * @param group the values of the group, in the order of the rule's {@code group-by}
 * @param event the event that the window ends with
 * @param measured what the condition is about: a number of events, values or rules, or what was
 *     computed. Of a count, one more than the highest bound stands for anything above it
 * @param samples some events of the window in the order in which they happened, at most ten; of the
 *     temporal types the last of each rule
 * @param first the event with which the condition was reached first in this episode
 * @param number how often it has been reached in this episode, from 1
 */
public record Firing(
    SigmaCorrelation rule,
    Tenant tenant,
    List<String> group,
    EventRef event,
    double measured,
    List<EventRef> samples,
    EventRef first,
    long number) {
  /** Copies the lists. */
  public Firing {
    group = List.copyOf(group);
    samples = List.copyOf(samples);
  }

  /** The alert that it belongs to: all firings of an episode are one alert. */
  public AlertId alertId() {
    return AlertId.ofGroup(tenant, rule.ref(), group, first.id());
  }
}
