package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeSecretsTest {
  private static final List<String> NAMES =
      List.of("postgres_password", "db_password", "sensor_token");

  @TempDir Path folder;

  private Script run(Path directory) throws IOException, InterruptedException {
    return Script.run(Map.of(), Sources.script("compose-secrets.sh"), directory.toString());
  }

  @Test
  void secrets_areMadeAtRandom_inADirectoryForTheOwner() throws Exception {
    Path directory = folder.resolve("secrets");

    Script made = run(directory);

    assertThat(made.status()).as(made.output()).isZero();
    assertThat(permissions(directory)).isEqualTo("rwx------");
    Set<String> values = new HashSet<>();
    for (String name : NAMES) {
      String value = Files.readString(directory.resolve(name));
      assertThat(value).matches("[0-9a-f]{64}");
      assertThat(made.output()).doesNotContain(value);
      assertThat(permissions(directory.resolve(name))).isEqualTo("r--r--r--");
      values.add(value);
    }
    assertThat(values).hasSize(NAMES.size());
  }

  @Test
  void secrets_thatAreThere_areKept() throws Exception {
    Files.writeString(folder.resolve("db_password"), "in use");

    Script refused = run(folder);

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.output()).contains("db_password is there already", "What to do:");
    assertThat(folder.resolve("db_password")).hasContent("in use");
    assertThat(folder.resolve("sensor_token")).doesNotExist();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
