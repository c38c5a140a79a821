package io.eventsec.app.config;

/**
 * One thing that can be configured.
 *
 * @param key its name; as an environment variable in upper case with {@code _} for {@code .}
 * @param meaning what it does
 * @param expects which values are understood
 * @param defaultValue what holds when it is not given; empty if nothing does
 */
public record Setting(String key, String meaning, String expects, String defaultValue) {

  /** The name of the environment variable. */
  public String environmentName() {
    return key.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
  }
}
