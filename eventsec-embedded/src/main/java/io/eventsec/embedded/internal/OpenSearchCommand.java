package io.eventsec.embedded.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The command line of the node's JVM, and the files it reads. */
final class OpenSearchCommand {
  private static final String MAIN = "io.eventsec.embedded.opensearch.OpenSearchMain";

  private final ServerHome home;
  private final Path libraries;

  OpenSearchCommand(ServerHome home, Path libraries) {
    this.home = home;
    this.libraries = libraries;
  }

  /** Appears when the node answers. */
  Path readyFile() {
    return home.resolve("http.port");
  }

  /** Writes what the node reads, clears what an earlier run left, and says how to run it. */
  List<String> prepare(OpenSearchServer.Plan plan, int port) throws IOException, ServerFailure {
    Files.deleteIfExists(readyFile());
    Trees.delete(home.resolve("tmp"));
    Files.createDirectory(home.resolve("tmp"));
    Files.createDirectories(home.resolve("logs"));
    Path settings = writeSettings(plan.settings(), port);
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(jvmOptions());
    command.add("-Xmx" + plan.heapMegabytes() + "m");
    command.addAll(plan.jvmOptions());
    command.addAll(List.of("-cp", libraries + "/*", MAIN));
    command.addAll(List.of(home.directory().toString(), settings.toString()));
    command.add(readyFile().toString());
    // Where cores are few, taking and judging events comes first, and search catches up.
    return GivingWay.command(command);
  }

  private Path writeSettings(Map<String, String> extra, int port) throws IOException {
    Properties settings = new Properties();
    settings.putAll(extra);
    settings.setProperty("http.port", Integer.toString(port));
    Path file = home.resolve("node.properties");
    try (Writer out = Files.newBufferedWriter(file)) {
      settings.store(out, null);
    }
    return file;
  }

  private static String java() throws ServerFailure {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    if (!Files.isExecutable(java)) {
      throw new ServerFailure(
          "there is no " + java + " to run OpenSearch with", "run on a full JDK or JRE");
    }
    return java.toString();
  }

  private List<String> jvmOptions() {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Dlog4j2.configurationFile=eventsec-node-log4j2.properties",
                "-Dlog4j2.disable.jmx=true",
                // the node's own hook closes it first, and wants to log that
                "-Dlog4j.shutdownHookEnabled=false",
                "-Deventsec.node.logs=" + home.resolve("logs"),
                "-Djava.io.tmpdir=" + home.resolve("tmp"),
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dio.netty.noUnsafe=true",
                "-Dio.netty.noKeySetOptimization=true",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + home.resolve("logs").resolve("hs_err_%p.log")));
    if (Runtime.version().feature() >= 24) {
      options.add("--enable-native-access=ALL-UNNAMED");
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    return options;
  }
}
