package io.eventsec.app.it;

import io.eventsec.embedded.test.TestPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The application on a server of its own, as it is shipped. */
final class LibertyServer implements AutoCloseable {
  private final Path directory;
  private final Path console;
  private final URI address;
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();

  private LibertyServer(Path directory, Path console, URI address, Process process) {
    this.directory = directory;
    this.console = console;
    this.address = address;
    this.process = process;
  }

  /** Starts it with these environment variables and no others that the application reads. */
  static LibertyServer start(String name, Map<String, String> environment) throws IOException {
    Path runtime = Path.of(System.getProperty("eventsec.wlp"));
    Path servers = runtime.resolve("usr").resolve("servers");
    Path directory = servers.resolve(name);
    delete(directory);
    copy(Path.of("..", "liberty"), directory);
    copy(ItServers.server().resolve("jdbc"), directory.resolve("jdbc"));
    Path war = Files.createDirectories(directory.resolve("apps")).resolve("eventsec.war");
    Files.copy(Path.of(System.getProperty("eventsec.war")), war);
    int port = TestPorts.free();
    Path console = Files.createTempFile(name, ".log");
    ProcessBuilder builder = new ProcessBuilder(line(runtime, name)).redirectErrorStream(true);
    builder.redirectOutput(console.toFile());
    builder.environment().keySet().removeIf(variable -> variable.startsWith("EVENTSEC_"));
    builder.environment().putAll(environment);
    builder.environment().put("EVENTSEC_HTTP_PORT", Integer.toString(port));
    return new LibertyServer(
        directory, console, URI.create("http://127.0.0.1:" + port), builder.start());
  }

  /** Where it answers, once it has started. */
  URI address() {
    return address;
  }

  /** The directory it logs to. */
  Path logs() {
    return directory.resolve("logs");
  }

  /** Calls it; a status of 0 says that it does not answer. */
  Reply call(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (IOException e) {
      return new Reply(0, e.toString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a call was answered. */
  record Reply(int status, String body) {}

  /** Everything it has logged, on its console too. */
  List<String> log() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(console));
    lines.addAll(messages());
    return lines;
  }

  /** The lines of its log. */
  List<String> messages() throws IOException {
    return Files.readAllLines(logs().resolve("messages.log"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> line(Path runtime, String name) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path jar = runtime.resolve("bin").resolve("tools").resolve("ws-server.jar");
    Path options = runtime.resolve("lib").resolve("platform").resolve("java");
    boolean recent = Runtime.version().feature() >= 24;
    return List.of(
        java.toString(),
        "@" + options.resolve(recent ? "java24.options" : "java9.options"),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:MetaspaceSize=192m",
        "-jar",
        jar.toString(),
        name);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
