package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** rsyslog as a child process, with a configuration and a directory of its own. */
final class Rsyslog implements AutoCloseable {
  private final Path log;
  private final Process process;

  private Rsyslog(Path log, Process process) {
    this.log = log;
    this.process = process;
  }

  /**
   * Starts it, or skips the test with a loud word if it is not installed.
   *
   * @param modules file names that it needs, such as {@code lmnsd_gtls.so}
   * @param directory for its files
   * @param configuration in its own language
   */
  static Rsyslog start(List<String> modules, Path directory, String configuration)
      throws IOException {
    Path program = installed(modules);
    Path file = Files.writeString(directory.resolve("rsyslog.conf"), configuration);
    Path log = directory.resolve("rsyslog.log");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "-n",
                "-f",
                file.toString(),
                "-i",
                directory.resolve("rsyslog.pid").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new Rsyslog(log, process);
  }

  /** What it said of itself, for whoever waits in vain. */
  String log() throws IOException {
    return "alive: " + process.isAlive() + '\n' + Files.readString(log);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private static Path installed(List<String> modules) throws IOException {
    List<Path> programs =
        Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin")
            .map(directory -> Path.of(directory, "rsyslogd"))
            .filter(Files::isExecutable)
            .toList();
    for (String module : modules) {
      if (programs.isEmpty() || !isInstalled(module)) {
        missing("rsyslog with " + module);
      }
    }
    return programs.isEmpty() ? missing("rsyslog") : programs.get(0);
  }

  private static boolean isInstalled(String module) throws IOException {
    for (String directory : List.of("/usr/lib", "/usr/lib64", "/usr/local/lib")) {
      Path root = Path.of(directory);
      if (Files.isDirectory(root)) {
        try (Stream<Path> files =
            Files.find(root, 3, (path, kind) -> path.getFileName().toString().equals(module))) {
          if (files.findAny().isPresent()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Path missing(String what) {
    String message =
        "Syslog was NOT tested with a real sender: "
            + what
            + " is not installed. Install it (Debian: apt-get install rsyslog rsyslog-gnutls"
            + " rsyslog-elasticsearch).";
    System.err.println("\n##########\n# " + message + "\n##########\n");
    if (Boolean.parseBoolean(System.getenv("EVENTSEC_E2E_REQUIRED"))) {
      fail(message);
    }
    return Assumptions.abort(message);
  }
}
