package io.eventsec.app.api;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.inventory.ComponentQuery;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which components of an asset a caller asks for. */
public class ComponentParameters extends PageParameters {
  @QueryParam("at")
  @Parameter(description = "as of that moment: ISO-8601")
  @Nullable String at;

  @QueryParam("q")
  @Parameter(description = "text in the name of it or its source package, at most 200 characters")
  @Nullable String text;

  ComponentQuery query(Tenant tenant, UUID asset) {
    Optional<String> part = Values.text(text);
    if (part.filter(one -> one.length() > ComponentQuery.LONGEST_TEXT).isPresent()) {
      throw Values.invalid("q", part.get(), "has more than 200 characters", "Use fewer.");
    }
    return new ComponentQuery(
        tenant,
        asset,
        Values.text(at).map(moment -> Values.moment("at", moment)),
        part,
        cursor(),
        limit());
  }
}
