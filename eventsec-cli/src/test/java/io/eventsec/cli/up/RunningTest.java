package io.eventsec.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTest {
  private final StringWriter said = new StringWriter();
  private final List<String> stopped = new ArrayList<>();
  private final Running running =
      new Running(new Terminal(new PrintWriter(said), new PrintWriter(said), false));

  @Test
  void stop_endsTheLastFirst_once() {
    running.add("PostgreSQL", () -> stopped.add("PostgreSQL"));
    running.add("Application", () -> stopped.add("Application"));

    running.stop();
    running.stop();

    assertThat(stopped).containsExactly("Application", "PostgreSQL");
    assertThat(said.toString())
        .contains("Application  stopped in")
        .contains("PostgreSQL   stopped in");
  }

  @Test
  void partThatDoesNotStop_doesNotKeepTheOthers() {
    running.add("PostgreSQL", () -> stopped.add("PostgreSQL"));
    running.add(
        "Application",
        () -> {
          throw new IOException("it hangs");
        });

    running.stop();

    assertThat(stopped).containsExactly("PostgreSQL");
    assertThat(said.toString()).contains("Application did not stop: it hangs");
  }

  @Test
  void startThatComesTooLate_isRefused() {
    running.stop();

    assertThatThrownBy(() -> running.add("PostgreSQL", () -> stopped.add("PostgreSQL")))
        .isInstanceOf(Running.StoppingException.class);
  }
}
