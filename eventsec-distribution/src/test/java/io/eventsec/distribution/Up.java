package io.eventsec.distribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code bin/eventsec up} as a child of the test, as a person in a terminal has it. */
final class Up implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(5);
  private static final Duration GONE = Duration.ofSeconds(45);

  /** Programs of a distribution's tree, by what their command lines hold. */
  enum Server {
    APPLICATION("ws-server.jar"),
    POSTGRES("bin/postgres"),
    OPENSEARCH("OpenSearchMain");

    private final String mark;

    Server(String mark) {
      this.mark = mark;
    }
  }

  private final Process launcher;
  private final Path data;
  private final int port;
  private final List<String> lines = new ArrayList<>();
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  private Up(Process launcher, Path data, int port) {
    this.launcher = launcher;
    this.data = data;
    this.port = port;
  }

  static Path command() {
    return Path.of(System.getProperty("eventsec.distribution", "target/eventsec"))
        .toAbsolutePath()
        .resolve("bin")
        .resolve("eventsec");
  }

  /** Starts it and waits until it says that it is ready. */
  static Up start(Path data, int port, String... options) throws IOException {
    return start(data, port, Map.of(), options);
  }

  /** The same with more in its environment. */
  static Up start(Path data, int port, Map<String, String> environment, String... options)
      throws IOException {
    Up up = launch(data, port, environment, options);
    up.awaitReady();
    return up;
  }

  /** Starts it with more in its environment, and waits until it ends by itself. */
  static Up startAndEnd(Path data, int port, Map<String, String> environment) throws IOException {
    Up up = launch(data, port, environment);
    Deadline.await(READY, () -> "an end; it said " + up.lines(), () -> !up.launcher.isAlive());
    return up;
  }

  private static Up launch(Path data, int port, Map<String, String> environment, String... options)
      throws IOException {
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/env")) && !isMac()) {
      // A build in the background has SIGINT ignored, and so would its children.
      line.addAll(List.of("/usr/bin/env", "--default-signal=INT"));
    }
    line.addAll(List.of(command().toString(), "up", "--data", data.toString()));
    line.addAll(List.of("--port", Integer.toString(port)));
    line.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("EVENTSEC_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JVM_ARGS", Node.BRIEF);
    builder.environment().putAll(environment);
    Up up = new Up(builder.start(), data, port);
    Thread reader = new Thread(up::read, "up-output");
    reader.setDaemon(true);
    reader.start();
    return up;
  }

  private static boolean isMac() {
    return System.getProperty("os.name").startsWith("Mac");
  }

  private void read() {
    try (BufferedReader out = launcher.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        System.out.println("[up] " + line.replaceAll("token=.*", "token=***"));
        synchronized (lines) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      System.out.println("[up] ended: " + e);
    }
  }

  private void awaitReady() {
    Deadline.await(
        READY,
        () -> "ready; it said " + lines(),
        () -> {
          if (!launcher.isAlive() && !isReady()) {
            throw new AssertionError("It ended with " + launcher.exitValue() + ": " + lines());
          }
          return isReady();
        });
    note();
  }

  private boolean isReady() {
    return lines().stream().anyMatch(line -> line.startsWith("Ctrl-C stops"));
  }

  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  Path data() {
    return data;
  }

  int port() {
    return port;
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  Path tokenFile() {
    return data.resolve("secrets").resolve("sensor-token");
  }

  /** The one-time link, if one was printed. */
  Optional<String> setupLink() {
    return lines().stream()
        .map(String::strip)
        .filter(line -> line.startsWith(address() + "/setup#token="))
        .findFirst();
  }

  /** The port that a server was last said to be ready on. */
  int portOf(String name) {
    Pattern ready = Pattern.compile("  " + name + " +ready in .*\\(port (\\d+)\\)");
    return lines().stream()
        .map(ready::matcher)
        .filter(Matcher::matches)
        .map(match -> Integer.parseInt(match.group(1)))
        .reduce((first, last) -> last)
        .orElseThrow(() -> new AssertionError("No port of " + name + " in " + lines()));
  }

  /** Remembers the processes there are now, to see later that they are gone. */
  private void note() {
    seen.add(launcher.toHandle());
    launcher.descendants().forEach(seen::add);
  }

  /** Kills one of the servers as a power cut would. */
  void kill(Server server) {
    note();
    Deadline.await(READY, () -> server + " to be there", () -> !processesOf(server).isEmpty());
    processesOf(server).forEach(ProcessHandle::destroyForcibly);
  }

  /** Stops one of the servers from doing anything; it lives on, and {@link #resume} wakes it. */
  void pause(Server server) throws IOException, InterruptedException {
    signal(server, "-STOP");
  }

  void resume(Server server) throws IOException, InterruptedException {
    signal(server, "-CONT");
  }

  private void signal(Server server, String signal) throws IOException, InterruptedException {
    for (ProcessHandle process : processesOf(server)) {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }
  }

  private List<ProcessHandle> processesOf(Server server) {
    return launcher
        .descendants()
        .filter(process -> !process.info().command().orElse("").endsWith("sh"))
        .filter(process -> process.info().commandLine().orElse("").contains(server.mark))
        .toList();
  }

  /** Sends SIGINT, as Ctrl-C does, and answers the exit status. */
  int interrupt() throws IOException, InterruptedException {
    note();
    new ProcessBuilder("kill", "-INT", Long.toString(launcher.pid())).start().waitFor();
    if (!launcher.waitFor(GONE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("Still running after SIGINT: " + lines());
    }
    return launcher.exitValue();
  }

  /** What it ended with. */
  int exitStatus() {
    return launcher.exitValue();
  }

  /** Kills the launcher itself, which can't do anything about it. */
  void killLauncher() {
    note();
    launcher.destroyForcibly();
  }

  /** Fails unless all its processes are gone, or go soon. */
  void awaitNothingLeft() {
    Deadline.await(GONE, () -> "gone: " + left(), () -> left().isEmpty());
  }

  private List<String> left() {
    List<ProcessHandle> alive =
        new ArrayList<>(seen.stream().filter(ProcessHandle::isAlive).toList());
    ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
        .forEach(alive::add);
    return alive.stream()
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .toList();
  }

  @Override
  public void close() {
    if (launcher.isAlive()) {
      note();
      launcher.destroy();
      awaitNothingLeft();
    }
  }
}
