package io.eventsec.embedded;

import java.nio.file.Path;

/**
 * A server that runs as a child of this process, on one directory that it owns until it is closed.
 *
 * <p>Whoever starts it stops it: a Ctrl-C in the terminal does not reach it. Should this process
 * end without stopping it, in whatever way, the server notices and stops by itself within seconds.
 * No shutdown hook is installed, so an application stops its own parts first and its servers last.
 *
 * <p>Implementations are thread-safe; a call waits for another one to end. All methods but {@link
 * #isRunning()} throw {@link EmbeddedServerException} when they fail.
 */
public interface EmbeddedServer extends AutoCloseable {
  /**
   * Starts the server and returns when it answers. The first start takes the directory and creates
   * what it needs; the port of the first start is used by all later ones. Does nothing when it
   * runs.
   *
   * @return this server
   */
  EmbeddedServer start();

  /**
   * Stops the server in order and keeps its directory and its port, so that it can be started
   * again.
   */
  void stop();

  /**
   * Ends the server at once, as a crash would, and keeps its directory and its port. For crash
   * tests.
   */
  void kill();

  /** Whether the server's process lives; false also when it has crashed. */
  boolean isRunning();

  /**
   * The TCP port on 127.0.0.1.
   *
   * @throws IllegalStateException before the first start
   */
  int port();

  /** The file that what the server says goes to. */
  Path log();

  /**
   * Stops the server and lets go of its directory. A second call does nothing; it can be started
   * anew.
   */
  @Override
  void close();
}
