package io.eventsec.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads settings and says exactly what is wrong with one. Safe to share between threads. */
final class SettingsReader {
  private final Function<String, Optional<String>> source;

  SettingsReader(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /** The value given, else the default; empty if there is neither. */
  Optional<String> text(Setting setting) {
    return source
        .apply(setting.key())
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .or(() -> Optional.of(setting.defaultValue()).filter(value -> !value.isEmpty()));
  }

  long number(Setting setting, long min, long max) {
    String value = text(setting).orElse("");
    try {
      long number = Long.parseLong(value);
      if (number >= min && number <= max) {
        return number;
      }
      throw new InvalidSettingException(setting, value, "is not between " + min + " and " + max);
    } catch (NumberFormatException e) {
      throw new InvalidSettingException(setting, value, "is not a whole number");
    }
  }

  Duration duration(Setting setting, Duration min, Duration max) {
    String value = text(setting).orElse("");
    try {
      Duration duration = Duration.parse(value.toUpperCase(Locale.ROOT));
      if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
        return duration;
      }
      throw new InvalidSettingException(setting, value, "is not between " + min + " and " + max);
    } catch (DateTimeParseException e) {
      throw new InvalidSettingException(setting, value, "is not an ISO-8601 duration such as PT5S");
    }
  }

  <E extends Enum<E>> E choice(Setting setting, Class<E> choices) {
    String value = text(setting).orElse("");
    for (E choice : choices.getEnumConstants()) {
      if (choice.name().equalsIgnoreCase(value)) {
        return choice;
      }
    }
    throw new InvalidSettingException(setting, value, "is none of " + setting.expects());
  }

  Optional<URI> url(Setting setting) {
    return text(setting).map(value -> url(setting, value));
  }

  Optional<Path> path(Setting setting) {
    return text(setting).map(Path::of);
  }

  private static URI url(Setting setting, String value) {
    try {
      URI uri = URI.create(value);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(setting, value, "is not a URL");
    }
    throw new InvalidSettingException(setting, value, "is not an http or https URL with a host");
  }
}
