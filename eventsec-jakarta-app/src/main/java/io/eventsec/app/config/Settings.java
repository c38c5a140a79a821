package io.eventsec.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All settings of the application, checked.
 *
 * @param role what this node does
 * @param gateDeadline how long what needs the schema waits for it
 * @param ingest the receiver
 * @param search OpenSearch
 * @param worker the readers of the journal
 * @param security sign-in and setup
 * @param rulesDirectory Sigma rules beside the bundled ones
 */
public record Settings(
    Role role,
    Duration gateDeadline,
    IngestSettings ingest,
    SearchSettings search,
    WorkerSettings worker,
    SecuritySettings security,
    Optional<Path> rulesDirectory) {

  /**
   * Reads and checks them.
   *
   * @param source the value of a key, if it has one
   * @param outputDirectory where files go whose place is not configured
   * @throws InvalidSettingException for the first value that is not understood
   */
  public static Settings of(Function<String, Optional<String>> source, Path outputDirectory) {
    SettingsReader reader = new SettingsReader(source);
    return new Settings(
        reader.choice(Known.ROLE, Role.class),
        reader.duration(Known.GATE_DEADLINE, Duration.ZERO, Duration.ofHours(1)),
        IngestSettings.of(reader),
        SearchSettings.of(reader),
        WorkerSettings.of(reader),
        SecuritySettings.of(reader, outputDirectory),
        reader.path(Known.RULES_DIR));
  }

  /**
   * The names that look like settings and are none: typing errors, most likely.
   *
   * @param names of everything that is configured, properties and environment variables alike
   */
  public static List<String> unknown(Iterable<String> names) {
    Set<String> known =
        Known.all().stream()
            .flatMap(setting -> List.of(setting.key(), setting.environmentName()).stream())
            .collect(Collectors.toSet());
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      boolean ours = name.startsWith("eventsec.") || name.startsWith("EVENTSEC_");
      if (ours && !known.contains(name)) {
        unknown.add(name);
      }
    }
    return unknown;
  }
}
