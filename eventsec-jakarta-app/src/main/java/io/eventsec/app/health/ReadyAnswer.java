package io.eventsec.app.health;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.TreeMap;

/**
 * What {@code /readyz} says of the components, written once for all probes that see them so.
 *
 * @param states the components it was written from
 * @param ready false if one is down
 * @param body a JSON object
 */
record ReadyAnswer(List<ComponentState> states, boolean ready, String body) {

  static ReadyAnswer of(List<ComponentState> states) {
    boolean ready = states.stream().allMatch(ComponentState::ready);
    JsonArrayBuilder components = Json.createArrayBuilder();
    states.forEach(state -> components.add(component(state)));
    String body =
        Json.createObjectBuilder()
            .add("status", ready ? "UP" : "DOWN")
            .add("components", components)
            .build()
            .toString();
    return new ReadyAnswer(states, ready, body);
  }

  private static JsonObjectBuilder component(ComponentState state) {
    JsonObjectBuilder details = Json.createObjectBuilder();
    new TreeMap<>(state.details()).forEach(details::add);
    return Json.createObjectBuilder()
        .add("name", state.name())
        .add("state", state.state().wireName())
        .add("reason", state.reason())
        .add("since", state.since().toString())
        .add("tookMillis", state.took().toMillis())
        .add("details", details);
  }
}
