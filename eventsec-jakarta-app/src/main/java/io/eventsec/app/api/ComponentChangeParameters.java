package io.eventsec.app.api;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.inventory.ComponentChange;
import io.eventsec.persistence.inventory.ComponentChangeQuery;
import io.eventsec.persistence.inventory.ComponentQuery;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which changes of what is installed on an asset a caller asks for. */
public class ComponentChangeParameters extends PageParameters {
  @QueryParam("from")
  @Parameter(description = "since that moment: ISO-8601", required = true)
  @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "until that moment, which is later: ISO-8601; now unless said")
  @Nullable String to;

  @QueryParam("kind")
  @Parameter(description = "installed, upgraded or removed: those only")
  @Nullable String kind;

  @QueryParam("q")
  @Parameter(description = "text in the name of it or its source package, at most 200 characters")
  @Nullable String text;

  ComponentChangeQuery query(Tenant tenant, UUID asset) {
    Instant first =
        Values.text(from)
            .map(moment -> Values.moment("from", moment))
            .orElseThrow(
                () ->
                    Values.invalid(
                        "from", "", "is missing", "Say since when, like 2026-01-31T08:00:00Z."));
    Optional<Instant> second = Values.text(to).map(moment -> Values.moment("to", moment));
    if (second.filter(moment -> moment.isBefore(first)).isPresent()) {
      throw Values.invalid(
          "to", second.get().toString(), "is before from", "Give the later one as to.");
    }
    Optional<String> part = Values.text(text);
    if (part.filter(one -> one.length() > ComponentQuery.LONGEST_TEXT).isPresent()) {
      throw Values.invalid("q", part.get(), "has more than 200 characters", "Use fewer.");
    }
    return new ComponentChangeQuery(
        tenant,
        asset,
        first,
        second,
        Values.text(kind).map(word -> Values.one(ComponentChange.Kind.class, "kind", word)),
        part,
        cursor(),
        limit());
  }
}
