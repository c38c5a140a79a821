package io.eventsec.core.event;

/**
 * The identity of an event: 128 bits derived from where it came from, as 32 lower-case hexadecimal
 * digits.
 *
 * @param value 32 hexadecimal digits
 */
public record EventId(String value) implements Comparable<EventId> {
  private static final int BYTES = 16;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the value is not 32 lower-case hexadecimal digits
   */
  public EventId {
    if (!Sha256.isDigits(value, BYTES)) {
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
    return new EventId(Sha256.digits(name, BYTES));
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
