package io.eventsec.app.health;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code /readyz}: the components by name; 503 if one is down. */
@WebServlet(urlPatterns = "/readyz")
public class ReadyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // a proxy of the container; servlets are not serialised
  @Inject
  Readiness readiness;

  private transient volatile ReadyAnswer last = ReadyAnswer.of(List.of());

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ReadyAnswer answer = answer();
    response.setStatus(
        answer.ready() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(answer.body());
  }

  /** Components are looked at once a second, probes may be thousands. */
  private ReadyAnswer answer() {
    List<ComponentState> states = readiness.states();
    ReadyAnswer known = last;
    if (known.states().equals(states)) {
      return known;
    }
    ReadyAnswer answer = ReadyAnswer.of(states);
    last = answer;
    return answer;
  }
}
