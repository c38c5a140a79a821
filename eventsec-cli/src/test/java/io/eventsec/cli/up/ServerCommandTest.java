package io.eventsec.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerCommandTest {
  private final Distribution distribution = new Distribution(Path.of("/opt/eventsec"));

  @Test
  void optionsOfTheEnvironment_comeLast_eachAsAWord() {
    List<String> line = line("  -Xmx1g   -Dname=value ");
    assertThat(line)
        .containsSubsequence("-Djava.awt.headless=true", "-Xmx1g", "-Dname=value", "-jar");
    assertThat(line).noneMatch(String::isBlank);
  }

  @Test
  void withoutOptions_nothingIsAdded() {
    assertThat(line("")).containsSequence("-Djava.awt.headless=true", "-jar");
  }

  private List<String> line(String options) {
    return new ServerCommand(distribution, Path.of("out"), options).line();
  }
}
