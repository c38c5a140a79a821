package io.eventsec.app.api;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Of which asset a bill of materials is, and of when, where it does not say so itself. */
public class SbomParameters {
  @QueryParam("hostname")
  @Parameter(description = "the asset's host name; without it, what the document is about")
  @Nullable String hostname;

  @QueryParam("agentId")
  @Parameter(description = "what the agent on it calls itself")
  @Nullable String agentId;

  @QueryParam("cloudId")
  @Parameter(description = "the cloud and what it calls the machine: aws:i-0123456789abcdef0")
  @Nullable String cloudId;

  @QueryParam("address")
  @Parameter(description = "an IP address of it; at most 100 times")
  @Nullable List<String> addresses;

  @QueryParam("observedAt")
  @Parameter(description = "when it was taken: ISO-8601; without it, what the document says")
  @Nullable String observedAt;

  Optional<String> hostname() {
    return Values.text(hostname);
  }

  Optional<String> agentId() {
    return Values.text(agentId);
  }

  Optional<String> cloudId() {
    return Values.text(cloudId);
  }

  Set<String> addresses() {
    return addresses == null ? Set.of() : Set.copyOf(addresses);
  }

  Optional<Instant> observedAt() {
    return Values.text(observedAt).map(text -> Values.moment("observedAt", text));
  }
}
