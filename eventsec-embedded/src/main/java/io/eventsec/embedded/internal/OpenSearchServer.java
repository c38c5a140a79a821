package io.eventsec.embedded.internal;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One OpenSearch node on one directory: started, stopped, killed and started again. Not
 * thread-safe.
 */
public final class OpenSearchServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OpenSearchServer.class.getName());
  private static final Duration STOP = Duration.ofSeconds(40);

  private final ServerHome home;
  private final OpenSearchCommand command;
  private final Plan plan;
  private @Nullable ServerProcess process;

  /**
   * What is to run.
   *
   * @param directory of the data and the logs
   * @param cache of unpacked libraries
   * @param heapMegabytes the node's heap
   * @param jvmOptions further options of its JVM
   * @param settings of the node, by name
   * @param startTime how long a start may take, recovery after a crash included
   */
  public record Plan(
      Path directory,
      BinaryCache cache,
      int heapMegabytes,
      List<String> jvmOptions,
      Map<String, String> settings,
      Duration startTime) {}

  private OpenSearchServer(ServerHome home, OpenSearchCommand command, Plan plan) {
    this.home = home;
    this.command = command;
    this.plan = plan;
  }

  /** Takes the directory and prepares it; nothing runs yet. */
  public static OpenSearchServer open(Plan plan) throws ServerFailure {
    Path libraries = OpenSearchLibraries.unpacked(plan.cache());
    ServerHome home = ServerHome.open(plan.directory(), "rwx------");
    return new OpenSearchServer(home, new OpenSearchCommand(home, libraries), plan);
  }

  /** Starts the node on {@code port} of 127.0.0.1 and returns when it answers. */
  public void start(int port) throws ServerFailure {
    ChildFile child = new ChildFile(home.resolve("node.pid"));
    child.awaitEnd(STOP);
    Ports.requireFree(port, "OpenSearch");
    Deadline deadline = Deadline.in(plan.startTime());
    ServerProcess started = launch(port);
    process = started;
    child.remember(started.handle());
    awaitReady(started, deadline);
    awaitHealth(port, deadline);
  }

  private ServerProcess launch(int port) throws ServerFailure {
    try {
      return ServerProcess.start(command.prepare(plan, port), Map.of(), log());
    } catch (IOException e) {
      throw new ServerFailure(
          "cannot prepare " + home.directory(), Diagnosis.cure(e.toString()), e);
    }
  }

  private void awaitReady(ServerProcess started, Deadline deadline) throws ServerFailure {
    while (!Files.exists(command.readyFile())) {
      if (!started.isAlive()) {
        throw started.ended("OpenSearch");
      }
      if (deadline.passed()) {
        String said = started.tail();
        kill();
        throw new ServerFailure(
            "OpenSearch was not ready after " + plan.startTime() + ". It said:\n" + said,
            "if the machine is busy or there is much to recover, allow it more time to start");
      }
      deadline.step();
    }
  }

  /**
   * Waits until the indices are there; one that cannot be recovered must not keep the others away.
   */
  private void awaitHealth(int port, Deadline deadline) {
    int seconds = (int) Math.max(1, Math.min(60, deadline.left().toSeconds()));
    String query = "/_cluster/health?wait_for_status=yellow&timeout=" + seconds + "s";
    try {
      URI address = URI.create("http://127.0.0.1:" + port + query);
      HttpURLConnection http = (HttpURLConnection) address.toURL().openConnection();
      http.setReadTimeout((seconds + 10) * 1000);
      if (http.getResponseCode() != HttpURLConnection.HTTP_OK) {
        LOG.log(
            System.Logger.Level.WARNING,
            "OpenSearch runs, but some of its indices are not available; see {0}",
            home.resolve("logs"));
      }
      http.disconnect();
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING, "OpenSearch does not tell its health: {0}", e.toString());
    }
  }

  /** Stops the node in order. */
  public void stop() throws ServerFailure {
    ServerProcess running = process;
    if (running != null && !running.stop(STOP)) {
      running.kill();
    }
    process = null;
  }

  /** Ends the node's process at once. */
  public void kill() throws ServerFailure {
    ServerProcess running = process;
    if (running != null) {
      running.kill();
    }
    process = null;
  }

  /** Whether the node's process lives. */
  public boolean isRunning() {
    ServerProcess running = process;
    return running != null && running.isAlive();
  }

  /** What the node's JVM printed; the node's own log is beside it in {@code logs}. */
  public LogFile log() {
    return new LogFile(home.resolve("opensearch.out"));
  }

  /** Stops the node and lets go of the directory. */
  @Override
  public void close() throws ServerFailure {
    try {
      stop();
    } finally {
      try {
        home.close();
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "closing the lock", e);
      }
    }
  }
}
