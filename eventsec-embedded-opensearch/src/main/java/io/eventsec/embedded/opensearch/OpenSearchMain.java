package io.eventsec.embedded.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.opensearch.common.settings.Settings;

/**
 * Starts one OpenSearch node and keeps it until standard input ends.
 *
 * <p>Arguments: the node's home directory, a properties file of settings, and the file that is to
 * receive the HTTP port when the node answers. Whoever starts this process holds the other end of
 * its standard input; when that process ends, however it ends, the node stops.
 */
public final class OpenSearchMain {
  private static final long STOP_SECONDS = 30;

  private OpenSearchMain() {}

  /** Runs the node; exit status 1 when it cannot start, with the chain of causes on stderr. */
  @SuppressWarnings("SystemExitOutsideMain") // this is the main
  public static void main(String[] args) {
    if (args.length != 3) {
      System.err.println("usage: OpenSearchMain HOME SETTINGS PORT_FILE");
      System.exit(2);
    }
    try {
      run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
      awaitEndOfInput();
    } catch (Exception | LinkageError e) {
      report(e);
      Runtime.getRuntime().halt(1);
    }
    System.exit(0);
  }

  private static void run(Path home, Path settingsFile, Path portFile) throws Exception {
    Files.createDirectories(home.resolve("config"));
    System.setProperty("opensearch.path.conf", home.resolve("config").toString());
    Settings settings = NodeSettings.of(home, settingsFile);
    EmbeddedNode node = new EmbeddedNode(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node), "stop-node"));
    node.start();
    publish(portFile, node.httpPort());
  }

  /** Whole or not at all: the launcher may look at any moment. */
  private static void publish(Path portFile, int port) throws IOException {
    Path part = portFile.resolveSibling(portFile.getFileName() + ".part");
    Files.writeString(part, Integer.toString(port));
    Files.move(part, portFile, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // nothing is ever said, only the end matters
      }
    } catch (IOException e) {
      report(e);
    }
  }

  private static void stop(EmbeddedNode node) {
    haltAfterGrace();
    try {
      node.close();
      node.awaitClose(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      report(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A node that cannot close must not outlive its launcher for ever. */
  private static void haltAfterGrace() {
    Thread halt =
        new Thread(
            () -> {
              try {
                TimeUnit.SECONDS.sleep(STOP_SECONDS);
                Runtime.getRuntime().halt(3);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "halt-node");
    halt.setDaemon(true);
    halt.start();
  }

  private static void report(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      System.err.println("cause: " + cause);
    }
  }
}
