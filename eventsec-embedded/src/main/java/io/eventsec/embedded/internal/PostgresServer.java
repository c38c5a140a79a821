package io.eventsec.embedded.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL on one directory: started, stopped, killed and started again. Not thread-safe. */
public final class PostgresServer implements AutoCloseable {
  /** Superuser of the cluster. */
  public static final String USER = PostgresCluster.USER;

  /** A fast shutdown; then an immediate one, which the next start recovers from. */
  private static final Supervisor SUPERVISOR = new Supervisor("INT", "QUIT");

  private static final Duration STOP = Duration.ofSeconds(45);
  private static final Duration KILL = Duration.ofSeconds(10);
  private static final String STILL_IN_USE = "pre-existing shared memory block";

  private final ServerHome home;
  private final PostgresCluster cluster;
  private final Plan plan;

  private @Nullable ServerProcess process;
  private int port;

  /**
   * What is to run.
   *
   * @param directory of the data, the password and the log
   * @param cache of unpacked programs
   * @param settings of the server, by name
   * @param startTime how long a start may take, recovery after a crash included
   */
  public record Plan(
      Path directory, BinaryCache cache, Map<String, String> settings, Duration startTime) {}

  private PostgresServer(ServerHome home, PostgresCluster cluster, Plan plan) {
    this.home = home;
    this.cluster = cluster;
    this.plan = plan;
  }

  /** Takes the directory and prepares it; nothing runs yet. */
  public static PostgresServer open(Plan plan) throws ServerFailure {
    RunAs runAs = RunAs.detect();
    ServerHome home =
        ServerHome.open(plan.directory(), runAs.isOther() ? "rwx--x--x" : "rwx------");
    boolean opened = false;
    try {
      PostgresCluster cluster = PostgresCluster.open(home, plan.cache(), runAs);
      cluster.stopOrphan();
      opened = true;
      return new PostgresServer(home, cluster, plan);
    } finally {
      if (!opened) {
        closeQuietly(home);
      }
    }
  }

  private static void closeQuietly(ServerHome home) {
    try {
      home.close();
    } catch (IOException e) {
      // the failure that brought us here is the one to tell
    }
  }

  /** Starts the server on {@code port} of 127.0.0.1 and returns when it answers. */
  public void start(int onPort) throws ServerFailure {
    Ports.requireFree(onPort, "PostgreSQL");
    cluster.stopOrphan();
    Deadline deadline = Deadline.in(plan.startTime());
    port = onPort;
    ServerProcess started = launch();
    while (!awaitReady(started, deadline)) {
      deadline.step(); // children of a killed server are still going away
      started = launch();
    }
    requireAnswer();
  }

  private ServerProcess launch() throws ServerFailure {
    List<String> command =
        SUPERVISOR.command(home.resolve("supervise.sh"), cluster.command("postgres", arguments()));
    process = ServerProcess.start(cluster.runAs().wrap(command), Map.of(), log());
    return process;
  }

  private List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(List.of("-p", Integer.toString(port), "-k", "", "-h", "127.0.0.1"));
    plan.settings().forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    return arguments;
  }

  /** True when ready; false when it ended for a reason that passes by itself. */
  private boolean awaitReady(ServerProcess started, Deadline deadline) throws ServerFailure {
    while (!isReady(started)) {
      if (!started.isAlive()) {
        if (started.tail().contains(STILL_IN_USE) && !deadline.passed()) {
          return false;
        }
        throw started.ended("PostgreSQL");
      }
      if (deadline.passed()) {
        String said = started.tail();
        kill();
        throw new ServerFailure(
            "PostgreSQL was not ready after " + plan.startTime() + ". It said:\n" + said,
            "if it was still recovering, allow it more time to start");
      }
      deadline.step();
    }
    return true;
  }

  /** A file left by a killed server can say "ready" too, so the process must be one of ours. */
  private boolean isReady(ServerProcess started) {
    return cluster
        .postmaster()
        .filter(PostmasterFile::isReady)
        .filter(file -> started.handle().descendants().anyMatch(p -> p.pid() == file.pid()))
        .isPresent();
  }

  private void requireAnswer() throws ServerFailure {
    try {
      DriverManager.getConnection(url("postgres"), USER, password()).close();
    } catch (SQLException e) {
      stop();
      throw new ServerFailure(
          "PostgreSQL started and refused its own administrator",
          "if the file \"password\" was changed or restored, put the right one back",
          e);
    }
  }

  /** Stops the server in order: open transactions are rolled back, a checkpoint is written. */
  public void stop() throws ServerFailure {
    ServerProcess running = process;
    if (running != null && !running.stop(STOP)) {
      kill();
    }
    process = null;
  }

  /** Ends all of the server's processes at once. */
  public void kill() throws ServerFailure {
    ServerProcess running = process;
    Optional<ProcessHandle> postmaster =
        cluster.postmaster().flatMap(file -> file.running(cluster.data()));
    if (postmaster.isPresent()) {
      // The postmaster first: it would tell the others to stop in order.
      List<ProcessHandle> all =
          Stream.concat(postmaster.stream(), postmaster.get().descendants()).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      Deadline deadline = Deadline.in(KILL);
      for (ProcessHandle process : all) {
        deadline.awaitEnd(process);
      }
    }
    if (running != null && !running.await(Duration.ofSeconds(5))) {
      running.kill();
    }
    process = null;
  }

  /** Whether the server's process lives. */
  public boolean isRunning() {
    ServerProcess running = process;
    return running != null && running.isAlive();
  }

  /** Address of one of its databases. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Password of {@link #USER}. */
  public String password() throws ServerFailure {
    return cluster.password();
  }

  /** The server's log. */
  public LogFile log() {
    return new LogFile(home.resolve("postgres.log"));
  }

  /** Stops the server and lets go of the directory. */
  @Override
  public void close() throws ServerFailure {
    try {
      stop();
    } finally {
      closeQuietly(home);
    }
  }
}
