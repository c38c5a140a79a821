package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The collector's unit for systemd. */
class ShipUnitTest {
  private static final Path UNIT =
      Sources.root().resolve("eventsec-distribution/src/main/systemd/eventsec-ship.service");

  /** Its settings; a line that ends with a backslash goes on in the next one. */
  private static Map<String, String> settings() throws IOException {
    List<String> lines = Files.readString(UNIT).replaceAll("\\\\\n *", "").lines().toList();
    assertThat(lines).allMatch(line -> line.matches("(#.*|\\[[A-Z][a-z]+]|[A-Za-z]+=.*|)"));
    return lines.stream()
        .filter(line -> line.matches("[A-Za-z]+=.*"))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  @Test
  void command_hasOnlyOptionsThatThereAre() throws IOException {
    String help = Command.run("ship", "--help").out();
    String command = settings().get("ExecStart");

    assertThat(command).startsWith("/opt/eventsec/bin/eventsec ship ");
    assertThat(Pattern.compile("--[a-z-]+").matcher(command).results().map(found -> found.group()))
        .contains("--server", "--source", "--token-file", "--state", "--health-file")
        .allMatch(help::contains);
  }

  @Test
  void token_isACredential_andNothingSecretIsInTheEnvironment() throws IOException {
    assertThat(settings().get("LoadCredential"))
        .isEqualTo("sensor-token:/etc/eventsec/sensor-token");
    assertThat(settings().get("ExecStart"))
        .contains("--token-file ${CREDENTIALS_DIRECTORY}/sensor-token");
    assertThat(settings().get("Environment")).doesNotContainIgnoringCase("token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DynamicUser=yes",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "NoNewPrivileges=yes",
        "CapabilityBoundingSet=",
        "PrivateDevices=yes",
        "RestrictNamespaces=yes",
        "SystemCallFilter=@system-service",
        "StateDirectory=eventsec-ship",
        "Restart=always",
        "WantedBy=multi-user.target"
      })
  void unit_isConfined_andStaysUp(String setting) throws IOException {
    assertThat(settings())
        .containsEntry(
            setting.substring(0, setting.indexOf('=')),
            setting.substring(setting.indexOf('=') + 1));
  }
}
