package io.eventsec.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.embedded.internal.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {
  private static final String SERVER =
      "trap 'echo stopped; exit 0' TERM; echo $GREETING; while :; do sleep 1; done";

  @TempDir Path directory;

  private ChildProcess start() throws Exception {
    ChildProcess child =
        ChildProcess.start(
            List.of("sh", "-c", SERVER, directory.toString()),
            Map.of("GREETING", "hello"),
            directory.resolve("log"));
    Deadline deadline = Deadline.in(Duration.ofSeconds(30));
    while (!child.tail().contains("hello") && !deadline.passed()) {
      deadline.step();
    }
    return child;
  }

  @Test
  void child_stopped_hadItsVariables_andEndsInOrder() throws Exception {
    ChildProcess child = start();
    child.stop(Duration.ofSeconds(30));
    assertThat(child.isAlive()).isFalse();
    assertThat(child.tail()).isEqualTo("hello\nstopped");
    Processes.awaitNone(directory);
  }

  @Test
  void child_killed_leavesNothing() throws Exception {
    ChildProcess child = start();
    child.kill();
    assertThat(child.isAlive()).isFalse();
    Processes.awaitNone(directory);
  }

  @Test
  void missingDirectoryOfTheLog_isToldByName() {
    Path log = directory.resolve("none").resolve("log");
    assertThatThrownBy(() -> ChildProcess.start(List.of("true"), Map.of(), log))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("none");
  }
}
