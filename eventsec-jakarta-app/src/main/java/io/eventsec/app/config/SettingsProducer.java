package io.eventsec.app.config;

import io.eventsec.app.log.StartMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads the settings from MicroProfile Config (system properties, environment, server variables),
 * once, and logs what is wrong with them.
 */
@ApplicationScoped
public class SettingsProducer {
  private static final Logger LOG = System.getLogger(SettingsProducer.class.getName());
  private static final String OUTPUT_DIRECTORY = "server.output.dir";

  /** What this node was told. */
  @Produces
  @Singleton
  public Configuration configuration() {
    Config config = ConfigProvider.getConfig();
    Path output = Path.of(config.getOptionalValue(OUTPUT_DIRECTORY, String.class).orElse("."));
    Configuration configuration =
        Configuration.read(key -> value(config, key), config.getPropertyNames(), output);
    configuration
        .unknown()
        .forEach(name -> StartMessages.SETTING_UNKNOWN.log(LOG, name.toString()));
    configuration
        .problems()
        .forEach(problem -> StartMessages.SETTING_WRONG.log(LOG, problem.message()));
    if (!configuration.sound()) {
      StartMessages.NODE_STAYS_CLOSED.log(LOG, configuration.problems().size());
    }
    return configuration;
  }

  /** As it was given: a password may hold what would be an expression. */
  private static Optional<String> value(Config config, String key) {
    return Optional.ofNullable(config.getConfigValue(key).getRawValue());
  }

  /** The settings. */
  @Produces
  @Singleton
  public Settings settings(Configuration configuration) {
    return configuration.settings();
  }
}
