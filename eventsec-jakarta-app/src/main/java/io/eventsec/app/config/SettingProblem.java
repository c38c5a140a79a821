package io.eventsec.app.config;

import io.eventsec.app.log.Printable;

/**
 * A setting that cannot be used.
 *
 * @param key which
 * @param message what was given, the rule it breaks and the cure, on one line; never a secret
 */
public record SettingProblem(String key, String message) {

  /** A value that is not understood. */
  static SettingProblem value(Setting<?> setting, String text, String rule) {
    String shown = Printable.of(setting.type().shown().apply(text));
    return new SettingProblem(
        setting.key(),
        "%s = '%s' %s. It is %s and expects %s. Set %s to such a value%s."
            .formatted(
                setting.key(),
                shown,
                rule,
                setting.meaning(),
                plain(setting),
                setting.environmentName(),
                orLeaveOut(setting)));
  }

  /** A file with a secret that is of no use. */
  static SettingProblem file(Setting<?> setting, String file, String rule) {
    return new SettingProblem(
        setting.fileKey(),
        "%s = '%s' %s. It names a file with nothing in it but %s. Let %s name such a file."
            .formatted(
                setting.fileKey(),
                Printable.of(file),
                rule,
                setting.meaning(),
                setting.fileEnvironmentName()));
  }

  /** A secret that is given twice. */
  static SettingProblem twice(Setting<?> setting) {
    return new SettingProblem(
        setting.key(),
        "%s and %s are both given. Only one can hold. Unset %s or %s."
            .formatted(
                setting.key(),
                setting.fileKey(),
                setting.environmentName(),
                setting.fileEnvironmentName()));
  }

  /** Values that are sound one by one and not together. */
  static SettingProblem together(Setting<?> setting, String rule, String cure) {
    return new SettingProblem(setting.key(), "%s %s. %s.".formatted(setting.key(), rule, cure));
  }

  private static String plain(Setting<?> setting) {
    return setting.type().expects().replace("`", "");
  }

  private static String orLeaveOut(Setting<?> setting) {
    return setting.defaultValue().isEmpty()
        ? " or leave it out"
        : ", or leave it out for " + setting.defaultValue();
  }

  @Override
  public String toString() {
    return message;
  }
}
