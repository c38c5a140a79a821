package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContainerfileTest {
  private List<String> lines = List.of();

  @BeforeEach
  void read() throws IOException {
    String text = Files.readString(Sources.root().resolve("liberty/Containerfile"));
    // A line that ends with a backslash goes on in the next one.
    lines =
        text.replaceAll("\\\\\n *", " ")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
  }

  private Stream<String> instructions(String name) {
    return lines.stream().filter(line -> line.startsWith(name + " "));
  }

  /** The instructions of a stage. */
  private List<String> stage(String name) {
    List<String> rest =
        lines.stream().dropWhile(line -> !line.matches("FROM .* AS " + name)).skip(1).toList();
    assertThat(rest).as("a stage " + name).isNotEmpty();
    return rest.stream().takeWhile(line -> !line.startsWith("FROM ")).toList();
  }

  @Test
  void bases_areArguments_withATagAndNoHost() {
    assertThat(instructions("ARG").filter(line -> line.contains("_IMAGE=")))
        .hasSize(3)
        .allMatch(line -> line.matches("ARG [A-Z]+_IMAGE=[a-z-]+:[a-z0-9][a-z0-9.-]*"))
        .noneMatch(line -> line.contains("latest"));
    assertThat(instructions("FROM"))
        .allMatch(line -> line.matches(".*\\$\\{[A-Z]+_IMAGE} AS [a-z]+|FROM base AS [a-z]+"));
  }

  @Test
  void images_runAsAFixedUser_andSayHowTheyAre() {
    for (String image : List.of("server", "collector")) {
      assertThat(stage(image))
          .contains("USER 10001:10001")
          .anyMatch(line -> line.startsWith("HEALTHCHECK ") && line.contains("CMD [\"/opt"))
          .anyMatch(line -> line.startsWith("ENTRYPOINT [\"/opt/eventsec/bin/"))
          .anyMatch(line -> line.contains("org.opencontainers.image.title"));
    }
    assertThat(lines.get(lines.size() - 1)).isEqualTo("ENTRYPOINT [\"/opt/eventsec/bin/server\"]");
  }

  @Test
  void layers_holdNoSecret() {
    assertThat(Stream.concat(instructions("ARG"), instructions("ENV")))
        .noneMatch(line -> line.matches(".*[ _](PASSWORD|TOKEN|SECRET|KEY)[A-Z_]*(=.*)?"));
    assertThat(instructions("ADD")).isEmpty();
  }

  @Test
  void context_leavesOutWhatTheImagesAreNotBuiltFrom() throws IOException {
    assertThat(Files.readAllLines(Sources.root().resolve(".dockerignore")))
        .contains("secrets", ".git", "**/target", "**/node_modules");
    assertThat(Files.readAllLines(Sources.root().resolve(".gitignore"))).contains("/secrets/");
  }
}
