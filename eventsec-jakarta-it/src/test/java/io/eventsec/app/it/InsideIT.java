package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.config.Configuration;
import io.eventsec.app.gate.SchemaGate;
import io.eventsec.app.log.RequestMessages;
import io.eventsec.app.log.SecurityMessages;
import io.eventsec.app.wiring.Database;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.schema.SchemaCheck;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs inside the application, for what cannot be seen from outside. One class, since each would
 * deploy the application anew.
 */
@ExtendWith(ArquillianExtension.class)
class InsideIT {
  private static final System.Logger LOG = System.getLogger(InsideIT.class.getName());
  private static final String HOSTILE =
      "\r\n{\"message\":\"forged\"}\u001b[31m\u2028\u202e{0}{address}%s${jndi:ldap://x}";

  @Inject SchemaGate gate;
  @Inject SchemaCheck schema;
  @Inject PostgresJournal journal;
  @Inject Configuration configuration;
  @Inject Database database;

  /** The application as it is shipped, with what the tests inside it need. */
  @Deployment
  static WebArchive application() {
    return ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("eventsec.war")))
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .addClass(InsideIT.class);
  }

  @Test
  void gate_opensOnceTheSchemaIsThere() throws InterruptedException {
    assertThat(gate.await(Duration.ofSeconds(30))).isTrue();
    assertThat(schema.check().missingTables()).isEmpty();
    assertThat(schema.check().current()).isTrue();
  }

  @Test
  void adapters_workOverTheServersPool() {
    assertThat(journal.totals().records()).isGreaterThanOrEqualTo(0);
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

  @Test
  void hostileValue_staysInItsLine() throws IOException {
    String mark = UUID.randomUUID().toString();
    SecurityMessages.SIGN_IN_FAILED.log(LOG, mark + HOSTILE);
    List<String> lines = linesWith(mark);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).doesNotContain("\u2028", "\u202e", "\u001b");
    JsonObject line = parse(lines.get(0));
    assertThat(line.getString("message"))
        .isEqualTo(
            "EVS4001: A sign-in from "
                + mark
                + "\\u000d\\u000a{\"message\":\"forged\"}\\u001b[31m\\u2028\\u202e{0}{address}%s"
                + "${jndi:ldap://x} failed");
    assertThat(line.getString("ext_messageId")).isEqualTo("EVS4001");
  }

  @Test
  void hostileFailure_staysInItsLine() throws IOException {
    String mark = UUID.randomUUID().toString();
    RequestMessages.UNEXPECTED_FAILURE.logFailure(
        LOG, new IllegalStateException(HOSTILE + mark), "/path-" + mark);
    List<String> lines = linesWith(mark);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .doesNotContain("\u2028", "\u202e", "\u001b")
        .contains("java.lang.IllegalStateException", "hostileFailure_staysInItsLine");
    assertThat(parse(lines.get(0)).getString("message")).startsWith("EVS3001: Unexpected failure");
  }

  private static List<String> linesWith(String mark) throws IOException {
    Path output = Path.of(ConfigProvider.getConfig().getValue("server.output.dir", String.class));
    return Files.readString(output.resolve("logs").resolve("messages.log"))
        .lines()
        .filter(line -> line.contains(mark))
        .toList();
  }

  private static JsonObject parse(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }
}
