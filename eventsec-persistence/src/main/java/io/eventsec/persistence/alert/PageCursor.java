package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertId;
import io.eventsec.persistence.internal.CursorText;
import java.time.Instant;

/** Where a page ended: the last alert's place in the order of lists. */
record PageCursor(Instant raisedAt, String id) {
  static PageCursor after(AlertSummary last) {
    return new PageCursor(last.raisedAt(), last.id().value());
  }

  static PageCursor of(String text) {
    return CursorText.read(
        text,
        2,
        parts -> new PageCursor(Instant.parse(parts.get(0)), new AlertId(parts.get(1)).value()));
  }

  String text() {
    return CursorText.of(raisedAt, id);
  }
}
