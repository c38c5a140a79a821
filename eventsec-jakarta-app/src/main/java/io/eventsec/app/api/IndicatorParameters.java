package io.eventsec.app.api;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.persistence.indicator.IndicatorQuery;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which indicators a caller asks for. */
public class IndicatorParameters extends PageParameters {
  private static final int LONGEST_TEXT = 200;

  @QueryParam("kind")
  @Parameter(description = "address, network, domain, url, email, md5, sha1, sha256 or file_name")
  @Nullable String kind;

  @QueryParam("value")
  @Parameter(description = "exactly that value; with kind in any spelling, else in the one kept")
  @Nullable String value;

  @QueryParam("source")
  @Parameter(description = "who says so")
  @Nullable String source;

  @QueryParam("feed")
  @Parameter(description = "which feed brought it")
  @Nullable String feed;

  @QueryParam("q")
  @Parameter(description = "in value, name, description or the feed's id, whatever the case")
  @Nullable String text;

  @QueryParam("inForce")
  @Parameter(
      description = "true for those only that have begun, and neither ended nor were withdrawn")
  @Nullable String inForce;

  IndicatorQuery query(Tenant tenant) {
    Optional<IndicatorKind> wanted =
        Values.text(kind).map(name -> Values.one(IndicatorKind.class, "kind", name));
    Optional<String> spelled =
        Values.text(value)
            .map(text -> wanted.map(k -> IndicatorRequests.canonical(k, text)).orElse(text));
    Optional<Instant> at =
        Values.truth("inForce", inForce) ? Optional.of(Instant.now()) : Optional.empty();
    IndicatorQuery.Filter filter =
        new IndicatorQuery.Filter(
            wanted, spelled, Values.text(source), Values.text(feed), searched(), at);
    return new IndicatorQuery(tenant, filter, cursor(), limit());
  }

  private Optional<String> searched() {
    Optional<String> part = Values.text(text);
    part.filter(found -> found.length() > LONGEST_TEXT)
        .ifPresent(
            found -> {
              throw Values.invalid(
                  "q", found, "has more than " + LONGEST_TEXT + " characters", "Look for less.");
            });
    return part;
  }
}
