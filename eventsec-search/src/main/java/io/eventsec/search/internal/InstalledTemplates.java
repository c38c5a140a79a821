package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventsec.core.spi.StoreUnavailableException;

/** The templates that OpenSearch has. */
public final class InstalledTemplates {
  private final Rest rest;

  /** Over this connection. */
  public InstalledTemplates(Rest rest) {
    this.rest = rest;
  }

  /** How one of ours stands there. */
  public enum State {
    /** It is not there. */
    MISSING,
    /** It is there with another content. */
    OTHER,
    /** It is there as we have it. */
    SAME,
    /** It is there from a later version of EVENTSEC. */
    NEWER
  }

  /**
   * How that template stands there.
   *
   * @throws StoreUnavailableException if OpenSearch does not answer
   */
  public State state(Template template) {
    Answer answer = rest.send(Call.get(template.path()));
    if (answer.status() == 404) {
      return State.MISSING;
    }
    JsonNode found = content(answer.json());
    if (found.path("version").asLong(0) > Template.VERSION) {
      return State.NEWER;
    }
    String digest = found.path("_meta").path(Template.DIGEST).asText("");
    return digest.equals(template.digest()) ? State.SAME : State.OTHER;
  }

  /**
   * Writes that template.
   *
   * @throws StoreUnavailableException if OpenSearch does not answer or refuses it
   */
  public void put(Template template) {
    byte[] body = Json.bytes(template.body());
    Answer answer = rest.send(Call.json("PUT", template.path(), body));
    if (!answer.ok()) {
      throw new StoreUnavailableException(
          "OpenSearch at "
              + rest.address()
              + " refuses the template "
              + template.name()
              + " ("
              + answer.reason()
              + "); another template with its pattern and priority may stand in the way");
    }
  }

  private static JsonNode content(JsonNode answer) {
    JsonNode component = answer.path("component_templates").path(0).path("component_template");
    return component.isMissingNode()
        ? answer.path("index_templates").path(0).path("index_template")
        : component;
  }
}
