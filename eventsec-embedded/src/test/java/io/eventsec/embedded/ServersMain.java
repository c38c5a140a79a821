package io.eventsec.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that starts servers and waits; its parent ends it in one way or another. */
final class ServersMain {
  private ServersMain() {}

  /**
   * Arguments: directory, cache of binaries, "postgres" or "opensearch", what to do when they run.
   */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Path binaries = Path.of(args[1]);
    EmbeddedServer server =
        args[2].equals("postgres")
            ? new EmbeddedPostgres(PostgresConfig.durable(directory).withBinaries(binaries))
            : new EmbeddedOpenSearch(OpenSearchConfig.durable(directory).withBinaries(binaries));
    server.start();
    System.out.println("port=" + server.port());
    System.out.flush();
    if (args[3].equals("halt")) {
      Runtime.getRuntime().halt(9);
    }
    System.in.read();
  }

  static Process start(Path directory, Path binaries, String server, String then)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ServersMain.class.getName());
    command.addAll(List.of(directory.toString(), binaries.toString(), server, then));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
