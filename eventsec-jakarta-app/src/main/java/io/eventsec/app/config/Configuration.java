package io.eventsec.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What this node was told, and what is wrong with it. A node that was told something it does not
 * understand stays closed: it does none of its work and says why.
 *
 * @param settings with the default in place of each value that is wrong; nobody may work by them
 *     unless {@link #sound}
 * @param problems what is wrong, all of it
 * @param unknown names that look like settings and are none
 */
public record Configuration(
    Settings settings, List<SettingProblem> problems, List<UnknownName> unknown) {

  /**
   * Reads and checks everything.
   *
   * @param source the value of a key, if it has one
   * @param names of everything that is configured, properties and environment variables alike
   * @param outputDirectory where files go whose place is not configured
   */
  public static Configuration read(
      Function<String, Optional<String>> source, Iterable<String> names, Path outputDirectory) {
    SettingsReader reader = new SettingsReader(source);
    Settings settings = Settings.of(reader, outputDirectory);
    return new Configuration(settings, reader.problems(), UnknownName.among(names));
  }

  /** True if the settings can be worked by. */
  public boolean sound() {
    return problems.isEmpty();
  }

  /** What is wrong, in one text; empty if nothing is. */
  public String reason() {
    return problems.stream().map(SettingProblem::message).collect(Collectors.joining(" "));
  }
}
