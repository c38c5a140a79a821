package io.eventsec.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
  @TempDir Path directory;
  private ServerCommand command;

  @BeforeEach
  void place() throws IOException {
    command = new ServerCommand(new Distribution(directory), directory.resolve("liberty"), "");
    Files.createDirectories(command.messages().getParent());
  }

  @Test
  void lastWords_areTheProblems_withoutTheirJson() throws IOException {
    Files.writeString(
        command.messages(),
        """
        {"loglevel":"AUDIT","message":"CWWKF0012I: features"}
        {"loglevel":"ERROR","message":"CWWKO0221E: port in use\\n at somewhere"}
        """);
    assertThat(new ServerLog(command).lastWords()).containsExactly("CWWKO0221E: port in use");
  }

  @Test
  void lastWords_areNotThoseOfAnEarlierStart() throws IOException {
    Files.writeString(
        command.console(),
        """
        {"message":"Launching eventsec (Open Liberty)"}
        {"message":"old"}
        Killed
        {"message":"Launching eventsec (Open Liberty)"}
        new
        """);
    assertThat(new ServerLog(command).lastWords()).containsExactly("new");
  }

  @Test
  void noLog_isSaid() {
    assertThat(new ServerLog(command).lastWords()).isEqualTo(List.of("nothing"));
  }
}
