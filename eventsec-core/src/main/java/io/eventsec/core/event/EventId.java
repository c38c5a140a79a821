package io.eventsec.core.event;

import java.util.HexFormat;

/**
 * The identity of an event: 128 bits derived from where it came from, as 32 lower-case hexadecimal
 * digits.
 *
 * @param value 32 hexadecimal digits
 */
public record EventId(String value) implements Comparable<EventId> {
  private static final int DIGITS = 32;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the value is not 32 lower-case hexadecimal digits
   */
  public EventId {
    if (value.length() != DIGITS || !hasOnlyDigits(value)) {
      throw new IllegalArgumentException(
          "Event id '" + value + "' is not 32 lower-case hexadecimal digits");
    }
  }

  /**
   * The id of one line of an origin: the first half of the SHA-256 over tenant, source, key and
   * ordinal, with a separator that none of them contains.
   *
   * @param origin where the batch came from
   * @param index the line's place in the batch, from 0
   */
  public static EventId of(EventOrigin origin, int index) {
    String name =
        origin.tenant().id()
            + '\0'
            + origin.source()
            + '\0'
            + origin.key()
            + '\0'
            + (origin.firstOrdinal() + index);
    byte[] digest = Sha256.of(name);
    return new EventId(HexFormat.of().formatHex(digest, 0, DIGITS / 2));
  }

  private static boolean hasOnlyDigits(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(EventId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
