package io.eventsec.embedded;

import io.eventsec.embedded.internal.BinaryCache;
import io.eventsec.embedded.internal.Ports;
import io.eventsec.embedded.internal.PostgresServer;
import io.eventsec.embedded.internal.ServerFailure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 18 as a child process: password protected (SCRAM), with data checksums, on 127.0.0.1
 * only.
 *
 * <p>Runs on Linux (amd64, arm64) and macOS as a normal user; as root on Linux, PostgreSQL itself
 * runs as nobody.
 */
public final class EmbeddedPostgres implements EmbeddedServer, DatabaseServer {
  private final PostgresConfig config;
  private @Nullable PostgresServer server;
  private int port;

  /** A server that is not started yet; touches nothing. */
  public EmbeddedPostgres(PostgresConfig config) {
    this.config = config;
    this.port = config.port().orElse(0);
  }

  @Override
  public synchronized EmbeddedPostgres start() {
    try {
      PostgresServer opened = opened();
      if (!opened.isRunning()) {
        int wanted = port == 0 ? Ports.free() : port;
        opened.start(wanted);
        port = wanted;
      }
      return this;
    } catch (ServerFailure e) {
      EmbeddedServerException failure = EmbeddedServerException.of("PostgreSQL did not start", e);
      letGo(failure);
      throw failure;
    }
  }

  /** A server that did not start holds nothing, so that the caller need not close it. */
  private void letGo(EmbeddedServerException failure) {
    try {
      close();
    } catch (EmbeddedServerException e) {
      failure.addSuppressed(e);
    }
  }

  private PostgresServer opened() throws ServerFailure {
    PostgresServer opened = server;
    if (opened == null) {
      opened = PostgresServer.open(plan());
      server = opened;
    }
    return opened;
  }

  private PostgresServer.Plan plan() {
    return new PostgresServer.Plan(
        config.directory(),
        new BinaryCache(config.binaries()),
        config.allSettings(),
        config.startTime());
  }

  @Override
  public synchronized void stop() {
    act("PostgreSQL did not stop", PostgresServer::stop);
  }

  @Override
  public synchronized void kill() {
    act("PostgreSQL could not be killed", PostgresServer::kill);
  }

  @Override
  public synchronized void close() {
    try {
      act("PostgreSQL did not stop", PostgresServer::close);
    } finally {
      server = null;
    }
  }

  @FunctionalInterface
  private interface Action {
    void on(PostgresServer server) throws ServerFailure;
  }

  private void act(String failed, Action action) {
    PostgresServer opened = server;
    if (opened == null) {
      return;
    }
    try {
      action.on(opened);
    } catch (ServerFailure e) {
      throw EmbeddedServerException.of(failed, e);
    }
  }

  @Override
  public synchronized boolean isRunning() {
    PostgresServer opened = server;
    return opened != null && opened.isRunning();
  }

  @Override
  public synchronized int port() {
    if (port == 0) {
      throw new IllegalStateException("PostgreSQL has no port before its first start; start it");
    }
    return port;
  }

  @Override
  public Path log() {
    return config.directory().resolve("postgres.log");
  }

  @Override
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  @Override
  public String user() {
    return PostgresServer.USER;
  }

  /**
   * The superuser's password; made at random when the data was created and kept in the directory.
   * Never log it.
   *
   * @throws IllegalStateException before the first start
   */
  @Override
  public synchronized String password() {
    PostgresServer opened = server;
    if (opened == null) {
      throw new IllegalStateException(
          "PostgreSQL has no password before its first start; start it");
    }
    try {
      return opened.password();
    } catch (ServerFailure e) {
      throw EmbeddedServerException.of("PostgreSQL's password is not known", e);
    }
  }

  @Override
  public void createDatabase(String name) {
    Databases.on(this).create(name);
  }

  @Override
  public void createDatabase(String name, String template) {
    Databases.on(this).copy(template, name);
  }

  @Override
  public void dropDatabase(String name) {
    Databases.on(this).drop(name);
  }
}
