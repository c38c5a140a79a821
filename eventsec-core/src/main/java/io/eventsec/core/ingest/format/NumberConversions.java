package io.eventsec.core.ingest.format;

import org.jspecify.annotations.Nullable;

/** Numbers in their bounds, for {@link Conversion}; null for what is none. */
final class NumberConversions {
  private static final int LAST_PORT = 65_535;

  private NumberConversions() {}

  static @Nullable Long count(Object value) {
    Long number = Numbers.whole(value);
    return number == null || number < 0 ? null : number;
  }

  static @Nullable Long port(Object value) {
    Long number = count(value);
    return number == null || number > LAST_PORT ? null : number;
  }
}
