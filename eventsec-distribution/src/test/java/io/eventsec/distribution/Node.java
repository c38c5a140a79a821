package io.eventsec.distribution;

import io.eventsec.embedded.test.TestPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The application alone, on its server's own script, as a container runs it. */
final class Node implements AutoCloseable {
  /** For a virtual machine that a test starts: it does not live long enough to gain by the rest. */
  static final String BRIEF = "-XX:TieredStopAtLevel=1";

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final int port;
  private final Path log;
  private final Path messages;

  private Node(Process process, int port, Path log, Path messages) {
    this.process = process;
    this.port = port;
    this.log = log;
    this.messages = messages;
  }

  /**
   * Starts it.
   *
   * @param home a directory of its own
   * @param settings environment variables
   */
  static Node start(Path home, String role, Map<String, String> settings) throws IOException {
    Path distribution = Up.command().resolve("..").resolve("..").normalize();
    int port = TestPorts.free();
    Path log = home.resolve("console.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                distribution.resolve("wlp").resolve("bin").resolve("server").toString(),
                "run",
                "eventsec")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("WLP_USER_DIR", distribution.resolve("usr").toString());
    environment.put("WLP_OUTPUT_DIR", home.resolve("output").toString());
    environment.put("EVENTSEC_HTTP_PORT", Integer.toString(port));
    environment.put("EVENTSEC_ROLE", role);
    environment.put("JVM_ARGS", BRIEF);
    builder.environment().keySet().removeIf(name -> name.startsWith("EVENTSEC_"));
    builder.environment().putAll(environment);
    Path messages =
        home.resolve("output").resolve("eventsec").resolve("logs").resolve("messages.log");
    return new Node(builder.start(), port, log, messages);
  }

  /** Waits until a path is answered with that status, and gives the answer. */
  String await(String path, int status) {
    List<String> last = new ArrayList<>(List.of(""));
    Deadline.await(
        PATIENCE,
        () -> path + " with " + status + "; last it was " + last + "; the node said " + said(),
        () -> {
          HttpResponse<String> answer = get(path);
          last.set(0, answer == null ? "refused" : answer.statusCode() + " " + answer.body());
          return answer != null && answer.statusCode() == status;
        });
    return last.get(0);
  }

  /** The answer; null while nobody listens. */
  private @Nullable HttpResponse<String> get(String path) throws InterruptedException {
    if (!process.isAlive()) {
      throw new AssertionError("The node ended with " + process.exitValue() + ": " + said());
    }
    try {
      return new Web(URI.create("http://127.0.0.1:" + port)).get(path);
    } catch (IOException e) {
      return null;
    }
  }

  /** Waits for its end by itself, and gives the exit status. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It has not ended; it said " + said());
    }
    return process.exitValue();
  }

  /** What is on its console: warnings and worse. */
  String said() {
    return text(log);
  }

  /** What is in its log. */
  String logged() {
    return text(messages);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(45, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
