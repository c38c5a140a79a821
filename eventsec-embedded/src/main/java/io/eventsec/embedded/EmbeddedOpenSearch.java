package io.eventsec.embedded;

import io.eventsec.embedded.internal.BinaryCache;
import io.eventsec.embedded.internal.OpenSearchServer;
import io.eventsec.embedded.internal.Ports;
import io.eventsec.embedded.internal.ServerFailure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * OpenSearch 2.19 in a JVM of its own, run by the same Java as this one, on 127.0.0.1 only.
 *
 * <p>It asks nobody for a password: every user of this machine can reach it. Every write is in its
 * transaction log on the disk before it is acknowledged, unless an index says otherwise.
 */
public final class EmbeddedOpenSearch implements EmbeddedServer, SearchServer {
  private final OpenSearchConfig config;
  private @Nullable OpenSearchServer server;
  private int port;

  /** A server that is not started yet; touches nothing. */
  public EmbeddedOpenSearch(OpenSearchConfig config) {
    this.config = config;
    this.port = config.port().orElse(0);
  }

  @Override
  public synchronized EmbeddedOpenSearch start() {
    try {
      OpenSearchServer opened = opened();
      if (!opened.isRunning()) {
        int wanted = port == 0 ? Ports.free() : port;
        opened.start(wanted);
        port = wanted;
      }
      return this;
    } catch (ServerFailure e) {
      EmbeddedServerException failure = EmbeddedServerException.of("OpenSearch did not start", e);
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

  private OpenSearchServer opened() throws ServerFailure {
    OpenSearchServer opened = server;
    if (opened == null) {
      opened = OpenSearchServer.open(plan());
      server = opened;
    }
    return opened;
  }

  private OpenSearchServer.Plan plan() {
    return new OpenSearchServer.Plan(
        config.directory(),
        new BinaryCache(config.binaries()),
        config.heapMegabytes(),
        config.jvmOptions(),
        config.allSettings(),
        config.startTime());
  }

  @Override
  public synchronized void stop() {
    act("OpenSearch did not stop", OpenSearchServer::stop);
  }

  @Override
  public synchronized void kill() {
    act("OpenSearch could not be killed", OpenSearchServer::kill);
  }

  @Override
  public synchronized void close() {
    try {
      act("OpenSearch did not stop", OpenSearchServer::close);
    } finally {
      server = null;
    }
  }

  @FunctionalInterface
  private interface Action {
    void on(OpenSearchServer server) throws ServerFailure;
  }

  private void act(String failed, Action action) {
    OpenSearchServer opened = server;
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
    OpenSearchServer opened = server;
    return opened != null && opened.isRunning();
  }

  @Override
  public synchronized int port() {
    if (port == 0) {
      throw new IllegalStateException("OpenSearch has no port before its first start; start it");
    }
    return port;
  }

  @Override
  public Path log() {
    return config.directory().resolve("opensearch.out");
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + port();
  }
}
