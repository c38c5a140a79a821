package io.eventsec.app.api;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.risk.EntityKind;
import io.eventsec.core.risk.RiskEntity;
import io.eventsec.persistence.risk.RiskQuery;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entities a caller asks for. */
public class RiskParameters extends PageParameters {
  @QueryParam("kind")
  @Parameter(description = "host, user or address")
  @Nullable String kind;

  @QueryParam("minimum")
  @Parameter(description = "with a score of at least that now, 0 to 1000000")
  @Nullable String minimum;

  RiskQuery query(Tenant tenant, Instant now, Duration halfLife) {
    Optional<EntityKind> wanted =
        Values.text(kind).map(name -> Values.one(EntityKind.class, "kind", name));
    return new RiskQuery(tenant, wanted, minimum(), now, halfLife, cursor(), limit());
  }

  /**
   * The entity of that kind and name.
   *
   * @throws io.eventsec.app.http.ProblemException 422 if there can be none
   */
  static RiskEntity entity(@Nullable String kind, @Nullable String name) {
    EntityKind wanted = Values.one(EntityKind.class, "kind", kind == null ? "" : kind);
    String given = name == null ? "" : name;
    try {
      return new RiskEntity(wanted, given);
    } catch (IllegalArgumentException e) {
      throw Values.invalid(
          "name",
          given,
          "is not 1 to " + RiskEntity.MOST_CHARACTERS + " characters",
          "Use a name of the list of entities.");
    }
  }

  private double minimum() {
    String text = Values.text(minimum).orElse("0");
    if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?|1000000")) {
      throw Values.invalid("minimum", text, "is not a number from 0 to 1000000", "Use one.");
    }
    return Double.parseDouble(text);
  }
}
