package io.eventsec.app.worker;

import io.eventsec.app.config.Settings;
import io.eventsec.app.log.Printable;
import io.eventsec.app.log.StartMessages;
import io.eventsec.app.security.FirstAdministrator;
import io.eventsec.app.security.SensorRegistry;
import io.eventsec.app.wiring.RuleBook;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.rule.RuleStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is done once the schema is there and before anything is read. Doing it again is harmless.
 */
@ApplicationScoped
public class Preparation {
  private static final Logger LOG = System.getLogger(Preparation.class.getName());
  private static final String LOCAL_SENSOR = "local";
  private static final int SHORTEST_TOKEN = 32;
  private static final int LONGEST_TOKEN = 256;

  @Inject Settings settings;
  @Inject FirstAdministrator administrator;
  @Inject SensorRegistry sensors;
  @Inject RuleBook rules;
  @Inject RuleStore ruleStore;

  void run() {
    if (settings.node().role().serves()) {
      administrator.prepare();
      settings.security().sensorTokenFile().ifPresent(this::provision);
    }
    ruleStore.record(Tenant.DEFAULT, rules.stored());
    StartMessages.RULES_LOADED.log(LOG, rules.rules().size());
  }

  private void provision(Path file) {
    try {
      String token = Files.readString(file).strip();
      if (token.length() < SHORTEST_TOKEN || token.length() > LONGEST_TOKEN) {
        throw new IllegalStateException(
            "The sensor token in "
                + Printable.of(file.toString())
                + " does not have "
                + SHORTEST_TOKEN
                + " to "
                + LONGEST_TOKEN
                + " characters. Write a random one, or leave EVENTSEC_SENSOR_TOKEN_FILE out.");
      }
      sensors.provision(Tenant.DEFAULT, LOCAL_SENSOR, token);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The sensor token file "
              + Printable.of(file.toString())
              + " cannot be read. Make it readable, or leave EVENTSEC_SENSOR_TOKEN_FILE out.",
          e);
    }
  }
}
