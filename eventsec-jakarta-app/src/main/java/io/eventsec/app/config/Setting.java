package io.eventsec.app.config;

import java.util.List;
import java.util.Locale;

/**
 * One thing that can be configured.
 *
 * @param key its name; as an environment variable in upper case with {@code _} for {@code .}
 * @param meaning what it does
 * @param type which values are understood
 * @param defaultValue what holds when it is not given; empty if nothing does
 */
record Setting<T>(String key, String meaning, ValueType<T> type, String defaultValue) {

  /** One that may be left out without anything in its place. */
  static <T> Setting<T> optional(String key, String meaning, ValueType<T> type) {
    return new Setting<>(key, meaning, type, "");
  }

  /** A text that nobody may see, given by itself or in a file. */
  static Setting<Secret> secret(String key, String meaning) {
    return new Setting<>(key, meaning, ValueTypes.SECRET, "");
  }

  boolean isSecret() {
    return type == ValueTypes.SECRET;
  }

  /** The name of the environment variable. */
  String environmentName() {
    return environmentName(key);
  }

  /** The key of the file that holds the value; only a secret has one. */
  String fileKey() {
    return key + ".file";
  }

  /** The name of the environment variable that names the file with the value. */
  String fileEnvironmentName() {
    return environmentName(fileKey());
  }

  /** Every name it can be given by. */
  List<String> names() {
    return isSecret()
        ? List.of(key, environmentName(), fileKey(), fileEnvironmentName())
        : List.of(key, environmentName());
  }

  private static String environmentName(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
