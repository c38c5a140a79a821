package io.eventsec.app.http;

import io.eventsec.app.log.CorrelationId;
import io.eventsec.app.log.RequestMessages;
import io.eventsec.app.metrics.HttpMetrics;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.time.Duration;

/**
 * Around every exchange: correlation id, security headers, and a problem instead of the server's
 * error page.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ExchangeFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(ExchangeFilter.class.getName());

  @SuppressWarnings("serial") // a proxy of the container; filters are not serialised
  @Inject
  HttpMetrics metrics;

  /** The header that carries the correlation id in both directions. */
  public static final String CORRELATION_ID = "X-Correlation-Id";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    CorrelationId id = CorrelationId.accept(request.getHeader(CORRELATION_ID));
    response.setHeader(CORRELATION_ID, id.value());
    SecurityHeaders.always().forEach(response::setHeader);
    if (request.isSecure()) {
      response.setHeader(SecurityHeaders.overTls().getKey(), SecurityHeaders.overTls().getValue());
    }
    long start = System.nanoTime();
    try {
      id.<IOException, ServletException>during(() -> guarded(request, response, chain));
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      metrics.answered(request.getMethod(), Route.of(request), response.getStatus(), took);
    }
  }

  private static void guarded(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException e) {
      RequestMessages.UNEXPECTED_FAILURE.logFailure(LOG, e, request.getRequestURI());
      if (!response.isCommitted()) {
        response.resetBuffer();
        String detail = "A defect of the server. Its log has the correlation id.";
        write(
            response,
            ProblemResponses.problem(ProblemKind.INTERNAL, detail, request.getRequestURI()));
      }
    }
  }

  /** Writes a problem from a servlet. */
  public static void problem(
      HttpServletRequest request, HttpServletResponse response, ProblemException e)
      throws IOException {
    write(
        response,
        ProblemResponses.problem(
            e.kind(), String.valueOf(e.getMessage()), request.getRequestURI()));
  }

  private static void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    String json =
        Json.createObjectBuilder()
            .add("type", problem.type())
            .add("title", problem.title())
            .add("status", problem.status())
            .add("detail", problem.detail())
            .add("instance", problem.instance())
            .add("correlationId", problem.correlationId())
            .build()
            .toString();
    response.getWriter().write(json);
  }
}
