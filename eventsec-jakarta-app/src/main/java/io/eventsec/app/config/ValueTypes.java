package io.eventsec.app.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types of values that settings have. */
final class ValueTypes {
  static final ValueType<Secret> SECRET = new ValueType<>("text", Secret::new, text -> "***");

  /** A path that is written later, so that nothing need be there. */
  static final ValueType<Path> PATH = new ValueType<>("a file", ValueTypes::path);

  static final ValueType<Path> READABLE_FILE =
      new ValueType<>("a file that can be read", ValueTypes::readableFile);
  static final ValueType<Path> DIRECTORY =
      new ValueType<>("a directory that can be read", ValueTypes::directory);
  static final ValueType<Boolean> TRUTH = new ValueType<>("`true` or `false`", ValueTypes::truth);
  static final ValueType<ZoneId> ZONE =
      new ValueType<>("a zone such as `Europe/Berlin`, `+02:00` or `UTC`", ValueTypes::zone);
  private static final Pattern NAME = Pattern.compile("[!-~]{1,63}");
  private static final Pattern HOST = Pattern.compile("\\*|[0-9A-Za-z.:_-]{1,253}");

  /** A user's name. */
  static final ValueType<String> USER =
      new ValueType<>(
          "1 to 63 printable characters without spaces",
          text -> matching(NAME, text, "is not 1 to 63 printable characters without spaces"));

  /** An address to listen on. */
  static final ValueType<String> LISTEN =
      new ValueType<>(
          "a host's name or address, or `*` for all",
          text -> matching(HOST, text, "is neither a host's name or address nor *"));

  private ValueTypes() {}

  static ValueType<Long> number(long min, long max) {
    return new ValueType<>(min + " to " + max, text -> number(text, min, max));
  }

  static ValueType<Integer> integer(int min, int max) {
    return new ValueType<>(min + " to " + max, text -> (int) number(text, min, max));
  }

  /** A port, or -1 for none. */
  static ValueType<Integer> port() {
    return new ValueType<>(
        "a port, 1 to 65535, or -1 for none",
        text -> {
          int port = (int) number(text, -1, 65_535);
          if (port == 0) {
            throw new InvalidValueException("is not a port that anybody could find");
          }
          return port;
        });
  }

  static ValueType<Duration> duration(String min, String max) {
    Duration least = Duration.parse(min);
    Duration most = Duration.parse(max);
    return new ValueType<>(
        "a duration, " + min + " to " + max, text -> duration(text, least, most, min, max));
  }

  /** One of the constants of an enum, in lower case. */
  static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
    String names =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> "`" + constant.name().toLowerCase(Locale.ROOT) + "`")
            .collect(Collectors.joining(", "));
    return new ValueType<>(
        "one of " + names,
        text -> {
          for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
              return constant;
            }
          }
          throw new InvalidValueException("is none of " + names.replace("`", ""));
        });
  }

  private static long number(String text, long min, long max) throws InvalidValueException {
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new InvalidValueException("is not a whole number");
    }
    throw new InvalidValueException("is not between " + min + " and " + max);
  }

  private static Duration duration(
      String text, Duration least, Duration most, String min, String max)
      throws InvalidValueException {
    try {
      Duration duration = Duration.parse(text.toUpperCase(Locale.ROOT));
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      throw new InvalidValueException("is not an ISO-8601 duration such as PT5S or P7D");
    }
    throw new InvalidValueException("is not between " + min + " and " + max);
  }

  private static boolean truth(String text) throws InvalidValueException {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidValueException("is neither true nor false");
    };
  }

  private static ZoneId zone(String text) throws InvalidValueException {
    try {
      return ZoneId.of(text).normalized();
    } catch (DateTimeException e) {
      throw new InvalidValueException("is no zone that Java knows");
    }
  }

  private static String matching(Pattern pattern, String text, String rule)
      throws InvalidValueException {
    if (pattern.matcher(text).matches()) {
      return text;
    }
    throw new InvalidValueException(rule);
  }

  private static Path path(String text) throws InvalidValueException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InvalidValueException("is not the name of a file");
    }
  }

  private static Path readableFile(String text) throws InvalidValueException {
    Path file = path(text);
    if (Files.isRegularFile(file) && Files.isReadable(file)) {
      return file;
    }
    throw new InvalidValueException("is not a file that this server can read");
  }

  private static Path directory(String text) throws InvalidValueException {
    Path directory = path(text);
    if (Files.isDirectory(directory) && Files.isReadable(directory)) {
      return directory;
    }
    throw new InvalidValueException("is not a directory that this server can read");
  }
}
