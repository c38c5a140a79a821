package io.eventsec.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;

/** Counts requests, by route and never by path: paths are made up by callers. */
@ApplicationScoped
public class HttpMetrics {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Inject Meters meters;

  /**
   * A request was answered.
   *
   * @param route a template of the application, not a path
   * @param status the HTTP status
   */
  public void answered(String method, String route, int status, Duration took) {
    String known = METHODS.contains(method) ? method : "other";
    meters.time(Measure.HTTP_REQUEST_SECONDS, took, known, route, status / 100 + "xx");
  }

  /**
   * The answer was a problem.
   *
   * @param kind a code of the application
   */
  public void problem(String kind) {
    meters.counter(Measure.HTTP_PROBLEMS, kind).inc();
  }

  /**
   * A batch was answered.
   *
   * @param outcome accepted, or the code of the problem
   */
  public void ingest(String outcome) {
    meters.counter(Measure.INGEST_REQUESTS, outcome).inc();
  }

  /** So many bytes of a batch have been read. */
  public void ingested(int bytes) {
    meters.counter(Measure.INGEST_BYTES).inc(bytes);
  }
}
