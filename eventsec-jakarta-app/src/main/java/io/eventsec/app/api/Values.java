package io.eventsec.app.api;

import io.eventsec.app.http.FieldError;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.log.Printable;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads values of requests and says what is wrong with one. */
final class Values {
  private static final int UUID_LENGTH = 36;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private Values() {}

  static ProblemException invalid(String field, String value, String rule, String cure) {
    return ProblemException.invalid(List.of(new FieldError(field, shown(value), rule, cure)));
  }

  static String shown(String value) {
    return Printable.of(value);
  }

  /** The name of a constant as the API spells it. */
  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** A constant by its name in the API. */
  static <E extends Enum<E>> E one(Class<E> type, String field, String value) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> name(constant).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    field,
                    value,
                    "is none of "
                        + Arrays.stream(type.getEnumConstants()).map(Values::name).toList(),
                    "Use one of them."));
  }

  /** Constants by their names, separated by commas. */
  static <E extends Enum<E>> Set<E> several(Class<E> type, String field, @Nullable String list) {
    Set<E> found = EnumSet.noneOf(type);
    if (list != null && !list.isBlank()) {
      for (String value : list.split(",", -1)) {
        found.add(one(type, field, value.strip()));
      }
    }
    return found;
  }

  static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** An id as we write it; empty if it is none. */
  static Optional<UUID> uuid(String value) {
    try {
      return value.length() == UUID_LENGTH ? Optional.of(UUID.fromString(value)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** An id that was given as a value. */
  static Optional<UUID> uuid(String field, @Nullable String value) {
    return text(value)
        .map(
            id ->
                uuid(id)
                    .orElseThrow(
                        () ->
                            invalid(
                                field,
                                id,
                                "is not an id",
                                "Use one that this API has told, such as"
                                    + " 123e4567-e89b-12d3-a456-426614174000.")));
  }

  static Instant instant(String field, @Nullable String value, Instant otherwise) {
    return value == null || value.isBlank() ? otherwise : moment(field, value);
  }

  /** A moment that PostgreSQL can hold. */
  static Instant moment(String field, String value) {
    try {
      Instant moment = Instant.parse(value);
      if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST)) {
        throw invalid(field, value, "is not between 1970 and 9999", "Use a time between.");
      }
      return moment;
    } catch (DateTimeParseException e) {
      throw invalid(field, value, "is not an ISO-8601 time", "Write it like 2026-01-31T08:00:00Z.");
    }
  }

  /** True or false; false if there is nothing. */
  static boolean truth(String field, @Nullable String value) {
    Optional<String> given = text(value);
    if (given.filter(word -> !word.equals("true") && !word.equals("false")).isPresent()) {
      throw invalid(field, given.get(), "is neither true nor false", "Use one of them.");
    }
    return given.filter("true"::equals).isPresent();
  }

  static int whole(String field, @Nullable String value, Bounds bounds) {
    if (value == null || value.isBlank()) {
      return bounds.otherwise();
    }
    int number = value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : -1;
    if (number < bounds.min() || number > bounds.max()) {
      throw invalid(
          field,
          value,
          "is not a whole number from " + bounds.min() + " to " + bounds.max(),
          "Use one.");
    }
    return number;
  }

  /**
   * What a number may be.
   *
   * @param min at least
   * @param max at most
   * @param otherwise when there is none
   */
  record Bounds(int min, int max, int otherwise) {}
}
