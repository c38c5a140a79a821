package io.eventsec.app.config;

import io.eventsec.persistence.secret.SecretFile;
import io.eventsec.persistence.secret.UnusableSecretException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads settings and collects what is wrong with them, so that all of it can be told at once. A
 * setting that is wrong has its default's value until then. For one thread.
 */
final class SettingsReader {
  private final Function<String, Optional<String>> source;
  private final List<SettingProblem> problems = new ArrayList<>();

  SettingsReader(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /** What was wrong so far. */
  List<SettingProblem> problems() {
    return List.copyOf(problems);
  }

  /** The value given, else the default of a setting that has one. */
  <T> T value(Setting<T> setting) {
    return given(setting).orElseGet(() -> defaultOf(setting));
  }

  /** The value given, if one is. */
  <T> Optional<T> given(Setting<T> setting) {
    return text(setting.key()).flatMap(text -> parse(setting, text));
  }

  /** The secret given by itself or in a file; both is a problem. */
  Optional<Secret> secret(Setting<Secret> setting) {
    // Every character of it counts, the spaces around it too.
    Optional<Secret> direct =
        source.apply(setting.key()).filter(text -> !text.isBlank()).map(Secret::new);
    Optional<String> file = text(setting.fileKey());
    if (direct.isPresent() && file.isPresent()) {
      problems.add(SettingProblem.twice(setting));
      return Optional.empty();
    }
    return direct.or(() -> file.flatMap(name -> inFile(setting, name)));
  }

  /** Notes a rule that values break together. */
  void require(boolean kept, Setting<?> setting, String rule, String cure) {
    if (!kept) {
      problems.add(SettingProblem.together(setting, rule, cure));
    }
  }

  private Optional<String> text(String key) {
    return source.apply(key).map(String::strip).filter(text -> !text.isEmpty());
  }

  private <T> Optional<T> parse(Setting<T> setting, String text) {
    try {
      return Optional.of(setting.type().parse(text));
    } catch (InvalidValueException e) {
      problems.add(SettingProblem.value(setting, text, e.rule()));
      return Optional.empty();
    }
  }

  private Optional<Secret> inFile(Setting<Secret> setting, String name) {
    try {
      return Optional.of(new Secret(SecretFile.read(Path.of(name))));
    } catch (UnusableSecretException e) {
      problems.add(SettingProblem.file(setting, name, e.rule()));
    } catch (InvalidPathException e) {
      problems.add(SettingProblem.file(setting, name, "is not the name of a file"));
    }
    return Optional.empty();
  }

  private static <T> T defaultOf(Setting<T> setting) {
    try {
      return setting.type().parse(setting.defaultValue());
    } catch (InvalidValueException e) {
      throw new IllegalStateException(
          "The default of " + setting.key() + " breaks its own rule: it " + e.rule(), e);
    }
  }
}
