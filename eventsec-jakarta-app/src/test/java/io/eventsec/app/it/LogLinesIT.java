package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.log.RequestMessages;
import io.eventsec.app.log.SecurityMessages;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the application: what becomes of hostile text in the server's log. */
@ExtendWith(ArquillianExtension.class)
class LogLinesIT {
  private static final System.Logger LOG = System.getLogger(LogLinesIT.class.getName());
  private static final String HOSTILE =
      "\r\n{\"message\":\"forged\"}\u001b[31m\u2028\u202e{0}{address}%s${jndi:ldap://x}";

  @Deployment
  static WebArchive application() {
    return Application.archive().addClass(LogLinesIT.class);
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
