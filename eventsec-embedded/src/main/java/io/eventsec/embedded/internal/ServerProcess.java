package io.eventsec.embedded.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A server that runs as a child of this process, in a session of its own, and that stops when its
 * standard input ends.
 */
public final class ServerProcess {
  /** Options for some other program; a server must not pick them up from our environment. */
  private static final Set<String> FOREIGN =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

  private static final Duration KILL = Duration.ofSeconds(10);
  private static final int TAIL_LINES = 20;

  private final Process process;
  private final LogFile log;
  private final long logStart;

  private ServerProcess(Process process, LogFile log, long logStart) {
    this.process = process;
    this.log = log;
    this.logStart = logStart;
  }

  /** Starts it with these variables on top of ours. */
  public static ServerProcess start(
      List<String> command, Map<String, String> variables, LogFile log) throws ServerFailure {
    List<String> whole = new ArrayList<>(Session.prefix());
    whole.addAll(command);
    try {
      log.rotate();
      long logStart = log.end();
      ProcessBuilder builder =
          new ProcessBuilder(whole)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
      clean(builder.environment());
      builder.environment().putAll(variables);
      return new ServerProcess(builder.start(), log, logStart);
    } catch (IOException e) {
      throw new ServerFailure("cannot run " + command.get(0), Diagnosis.cure(e.toString()), e);
    }
  }

  private static void clean(Map<String, String> environment) {
    environment.keySet().removeIf(name -> FOREIGN.contains(name) || name.startsWith("PG"));
    environment.put("LC_ALL", "C"); // the diagnosis reads English
  }

  /** Whether it lives. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The child, which may be the shell that supervises the server. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** What the server has printed since this start. */
  public String tail() {
    return log.tail(logStart, TAIL_LINES);
  }

  /** Why a process that is gone is gone. */
  ServerFailure ended(String what) {
    String said = tail();
    return new ServerFailure(
        what + " ended with status " + process.exitValue() + ". It said:\n" + said,
        Diagnosis.cure(said));
  }

  /** Asks the server to stop; true if it did in time. */
  public boolean stop(Duration time) throws ServerFailure {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // it is gone already, which is what we want
    }
    return await(time);
  }

  boolean await(Duration time) throws ServerFailure {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw Deadline.interrupted(e);
    }
  }

  /** Ends this process and all below it at once, as a power cut would. */
  public void kill() throws ServerFailure {
    List<ProcessHandle> below = handle().descendants().toList();
    below.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    Deadline deadline = Deadline.in(KILL);
    for (ProcessHandle child : below) {
      deadline.awaitEnd(child);
    }
    await(KILL);
  }
}
