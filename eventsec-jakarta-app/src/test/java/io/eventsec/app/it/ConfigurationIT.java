package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.config.Configuration;
import io.eventsec.app.wiring.Database;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the application, whose database password is in a file and nowhere else. */
@ExtendWith(ArquillianExtension.class)
class ConfigurationIT {
  @Inject Configuration configuration;
  @Inject Database database;

  @Deployment
  static WebArchive application() {
    return Application.archive().addClass(ConfigurationIT.class);
  }

  @Test
  void configurationOfTheTests_isSound() {
    assertThat(configuration.problems()).isEmpty();
    // What CI tells the tests is in the server's environment too.
    assertThat(configuration.unknown().stream().map(Object::toString))
        .allMatch(
            name ->
                name.toLowerCase(Locale.ROOT).replace('_', '.').contains("eventsec.e2e.required"));
  }

  @Test
  void databasePassword_inAFile_reachesThePoolAndTheSettings() throws SQLException {
    assertThat(System.getenv()).doesNotContainKey("EVENTSEC_DB_PASSWORD");

    try (Connection connection = database.dataSource().getConnection()) {
      assertThat(connection.isValid(10)).isTrue();
    }
    assertThat(configuration.settings().database().password())
        .hasValueSatisfying(password -> assertThat(password.value()).isNotBlank());
  }
}
