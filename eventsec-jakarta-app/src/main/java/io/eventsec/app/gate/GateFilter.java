package io.eventsec.app.gate;

import io.eventsec.app.config.Settings;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * Lets calls through once the schema is there. A call that comes earlier waits a little, for a
 * server that has just started; so many may wait, and whoever waits too long is told why.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class GateFilter implements ContainerRequestFilter {
  private static final Duration MOST = Duration.ofSeconds(5);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Semaphore WAITING = new Semaphore(16);

  @Inject Settings settings;
  @Inject SchemaGate gate;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!settings.node().role().serves()) {
      throw new ProblemException(
          ProblemKind.NOT_FOUND,
          "This node has the role "
              + settings.node().role().name().toLowerCase(Locale.ROOT)
              + " and answers no calls; ask one with the role web or all");
    }
    if (!gate.open() && !opensInTime()) {
      throw ProblemException.retry(
          ProblemKind.UNAVAILABLE,
          "The database's schema is not ready. " + gate.state().reason(),
          RETRY);
    }
  }

  private boolean opensInTime() {
    Duration deadline = settings.node().gateDeadline();
    if (!WAITING.tryAcquire()) {
      return false;
    }
    try {
      return gate.await(deadline.compareTo(MOST) < 0 ? deadline : MOST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      WAITING.release();
    }
  }
}
