package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page ended: the last alert's place in the order of lists. */
record PageCursor(Instant raisedAt, String id) {
  private static final String SEPARATOR = " ";

  static PageCursor after(AlertSummary last) {
    return new PageCursor(last.raisedAt(), last.id().value());
  }

  static PageCursor of(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      String[] parts = plain.split(SEPARATOR, 2);
      if (parts.length == 2) {
        return new PageCursor(Instant.parse(parts[0]), new AlertId(parts[1]).value());
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(refusal(text), e);
    }
    throw new IllegalArgumentException(refusal(text));
  }

  String text() {
    byte[] plain = (raisedAt + SEPARATOR + id).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }

  private static String refusal(String text) {
    String shown = text.length() > 100 ? text.substring(0, 100) + "..." : text;
    return "Cursor '" + shown + "' is none of ours; start again without one";
  }
}
