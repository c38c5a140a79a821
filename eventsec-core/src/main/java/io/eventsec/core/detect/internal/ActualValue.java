package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.DetectionItem;

/** What an event has where a rule looks, as people are shown it. */
final class ActualValue {
  private static final int MAX_LENGTH = 1_024;

  private ActualValue() {}

  /** What the item's field has; empty for keywords and for a field that is missing. */
  static String of(DetectionItem item, EventView view) {
    Object value = item.keyword() ? null : view.event().value(item.field());
    return value == null ? "" : shown(value.toString());
  }

  /** The text, or its beginning if it is long. */
  static String shown(String text) {
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
  }
}
