package io.eventsec.search.internal;

import io.eventsec.core.event.EventId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page ended: the time and the id of its last event. It says nothing of tenant or query;
 * those come from whoever asks.
 *
 * @param millis since the epoch
 * @param id the event's
 */
public record Cursor(long millis, EventId id) {
  private static final Pattern FORM = Pattern.compile("1,(-?\\d{1,18}),([0-9a-f]{32})");
  private static final int LONGEST = 100;

  /** As text of letters, digits, {@code -} and {@code _}. */
  public String text() {
    String plain = "1," + millis + "," + id.value();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  /** The cursor of that text; empty if it is none. */
  public static Optional<Cursor> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] plain = Base64.getUrlDecoder().decode(text);
      Matcher form = FORM.matcher(new String(plain, StandardCharsets.US_ASCII));
      return form.matches()
          ? Optional.of(new Cursor(Long.parseLong(form.group(1)), new EventId(form.group(2))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
