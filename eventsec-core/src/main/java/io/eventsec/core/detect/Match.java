package io.eventsec.core.detect;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.Entities;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;

/**
 * A rule is true for an event. Immutable.
 *
 * @param rule the rule
 * @param event the event
 * @param items the detection items that made it true, in the order of the rule; empty if it is true
 *     only for what the event has not
 */
public record Match(SigmaRule rule, Event event, List<MatchedItem> items) {
  /** Copies the list. */
  public Match {
    items = List.copyOf(items);
  }

  /** The id of the alert that this match is part of, by itself or together with others. */
  public AlertId alertId() {
    return rule.suppression()
        .flatMap(suppression -> suppression.idFor(rule.ref(), event))
        .orElseGet(this::ownAlertId);
  }

  private AlertId ownAlertId() {
    return AlertId.of(event.tenant(), rule.ref(), List.of(event.id()));
  }

  /**
   * The alert that this match raises by itself: always the same for the same rule text and event.
   */
  public Alert toAlert() {
    return new Alert(
        ownAlertId(),
        event.tenant(),
        rule.ref(),
        rule.title(),
        rule.level(),
        rule.tags(),
        Entities.of(event),
        items,
        List.of(event));
  }
}
