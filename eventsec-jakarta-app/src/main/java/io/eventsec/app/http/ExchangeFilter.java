package io.eventsec.app.http;

import io.eventsec.app.log.CorrelationId;
import io.eventsec.app.log.Printable;
import jakarta.json.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Around every exchange: correlation id, security headers, and a problem instead of the server's
 * error page.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ExchangeFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(ExchangeFilter.class.getName());

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
    id.<IOException, ServletException>during(() -> guarded(request, response, chain));
  }

  private static void guarded(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException e) {
      LOG.log(Level.ERROR, "Unexpected failure at " + Printable.of(request.getRequestURI()), e);
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
