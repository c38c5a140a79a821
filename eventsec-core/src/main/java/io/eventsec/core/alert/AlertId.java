package io.eventsec.core.alert;

import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Sha256;
import io.eventsec.core.event.Tenant;
import java.time.Instant;
import java.util.List;

/**
 * The identity of an alert, derived from the rule's version and the events that made it fire. Live,
 * replay and a hunt over stored events meet in the same id.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record AlertId(String value) {
  private static final int BYTES = 16;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the value is not 32 lower-case hexadecimal digits
   */
  public AlertId {
    if (!Sha256.isDigits(value, BYTES)) {
      throw new IllegalArgumentException(
          "Alert id '" + value + "' is not 32 lower-case hexadecimal digits");
    }
  }

  /**
   * The id of the alert that a rule raises for these events.
   *
   * @param events in a defined order, at least one
   */
  public static AlertId of(Tenant tenant, RuleRef rule, List<EventId> events) {
    StringBuilder name = nameOf(tenant, rule);
    events.forEach(event -> name.append('\0').append(event.value()));
    return of(name);
  }

  /**
   * The id of the alert that a correlation raises for a group of events.
   *
   * @param group the values that tell the group from others, in the order of the rule
   * @param first the event with which the condition was reached for the first time
   */
  public static AlertId ofGroup(Tenant tenant, RuleRef rule, List<String> group, EventId first) {
    StringBuilder name = nameOf(tenant, rule).append('\0').append(first.value());
    appendAll(name, group);
    return of(name);
  }

  /**
   * The id of the alert that a rule raises for all its matches about the same within a window.
   *
   * @param key what they are about
   * @param window when the window begins
   */
  public static AlertId ofWindow(Tenant tenant, RuleRef rule, List<String> key, Instant window) {
    StringBuilder name = nameOf(tenant, rule).append("\0window\0").append(window.getEpochSecond());
    appendAll(name, key);
    return of(name);
  }

  private static StringBuilder nameOf(Tenant tenant, RuleRef rule) {
    return new StringBuilder(tenant.id())
        .append('\0')
        .append(rule.id())
        .append('\0')
        .append(rule.version());
  }

  /** With its length, so that no two lists have one name. */
  private static void appendAll(StringBuilder name, List<String> values) {
    values.forEach(value -> name.append('\0').append(value.length()).append(':').append(value));
  }

  private static AlertId of(StringBuilder name) {
    return new AlertId(Sha256.digits(name.toString(), BYTES));
  }

  @Override
  public String toString() {
    return value;
  }
}
