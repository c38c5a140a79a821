package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.embedded.ChildProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application on Open Liberty as a child process. */
final class LibertyServer implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Installation installation;
  private final Path log;
  private final ChildProcess process;

  private LibertyServer(Installation installation, Path log, ChildProcess process) {
    this.installation = installation;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts it; it is not ready yet.
   *
   * @param environment the settings, on top of this process's environment
   */
  static LibertyServer start(
      Installation installation, DataDirectory data, Map<String, String> environment) {
    requireFree(Integer.parseInt(environment.getOrDefault("EVENTSEC_HTTP_PORT", "9080")));
    Map<String, String> settings = new HashMap<>(environment);
    settings.put("WLP_USER_DIR", installation.user().toString());
    settings.put("WLP_OUTPUT_DIR", data.liberty().toString());
    settings.put("LOG_DIR", data.liberty().resolve("logs").toString());
    try {
      Files.createDirectories(data.liberty());
      return new LibertyServer(
          installation,
          data.libertyLog(),
          ChildProcess.start(command(installation), settings, data.libertyLog()));
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the application cannot be started: " + e,
          "check that " + data.path() + " can be written to and its disk has room",
          e);
    }
  }

  private static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "port " + port + ", which the console is to have, cannot be taken: " + e.getMessage(),
          "stop the program that listens there (ss -ltnp shows it), or choose another with --port",
          e);
    }
  }

  private static List<String> command(Installation installation) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-javaagent:" + installation.agentJar());
    command.add("@" + installation.moduleOptions());
    command.add("-Djava.awt.headless=true");
    Path options = installation.configuration().resolve("jvm.options");
    if (Files.exists(options)) {
      Files.readAllLines(options).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(command::add);
    }
    command.addAll(List.of("-jar", installation.serverJar().toString(), Installation.SERVER));
    return command;
  }

  /** Why it is not running any more; empty while it is. */
  Optional<String> failure() {
    return process.isAlive()
        ? Optional.empty()
        : Optional.of("The application ended by itself. It said:\n" + tail() + "\nSee " + log);
  }

  /** The last lines it said. */
  String tail() {
    return process.tail();
  }

  /** Stops it in order, or by force if it doesn't stop in half a minute. */
  @Override
  public void close() {
    process.stop(STOP);
  }

  @Override
  public String toString() {
    return "LibertyServer[" + installation.home() + ']';
  }
}
