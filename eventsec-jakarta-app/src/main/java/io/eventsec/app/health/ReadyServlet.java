package io.eventsec.app.health;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/** {@code /readyz}: the components by name; 503 if one is down. */
@WebServlet(urlPatterns = "/readyz")
public class ReadyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // a proxy of the container; servlets are not serialised
  @Inject
  Readiness readiness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<ComponentState> states = readiness.states();
    boolean ready = states.stream().allMatch(ComponentState::ready);
    JsonArrayBuilder components = Json.createArrayBuilder();
    states.forEach(
        state ->
            components.add(
                Json.createObjectBuilder()
                    .add("name", state.name())
                    .add("state", state.state().wireName())
                    .add("reason", state.reason())
                    .add("since", state.since().toString())
                    .add("tookMillis", state.took().toMillis())
                    .add("details", details(state))));
    response.setStatus(
        ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response
        .getWriter()
        .write(
            Json.createObjectBuilder()
                .add("status", ready ? "UP" : "DOWN")
                .add("components", components)
                .build()
                .toString());
  }

  private static JsonObjectBuilder details(ComponentState state) {
    JsonObjectBuilder details = Json.createObjectBuilder();
    new TreeMap<>(state.details()).forEach(details::add);
    return details;
  }
}
