package io.eventsec.app.gate;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/** Answers 503 while the schema is not there. */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class GateFilter implements ContainerRequestFilter {
  private static final Duration RETRY = Duration.ofSeconds(2);

  @Inject SchemaGate gate;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!gate.open()) {
      throw ProblemException.retry(
          ProblemKind.UNAVAILABLE,
          "The database's schema is not ready yet. GET /health/ready says why.",
          RETRY);
    }
  }
}
