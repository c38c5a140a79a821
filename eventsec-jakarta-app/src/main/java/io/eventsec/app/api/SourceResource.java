package io.eventsec.app.api;

import io.eventsec.app.config.ExpectedSource;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.security.SensorRegistry;
import io.eventsec.app.source.ExpectedSources;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.source.SourceRecord;
import io.eventsec.persistence.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What data comes from, and for how long it has been silent. */
@Path("/sources")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class SourceResource {
  @Inject SensorRegistry sensors;
  @Inject Sources sources;
  @Inject ExpectedSources expected;
  @Inject Caller caller;

  /** All of them. */
  @GET
  @RequiresPermission(Permission.SYSTEM_READ)
  @Operation(operationId = "listSources", summary = "What data comes from, and when it last came")
  public SourceJson.Listing list() {
    Tenant tenant = caller.tenant();
    Instant now = Instant.now();
    Stream<SourceJson> withTokens =
        sensors.list(tenant).stream().map(sensor -> SourceJson.of(sensor, now));
    return new SourceJson.Listing(Stream.concat(withTokens, byName(tenant, now)).toList());
  }

  private Stream<SourceJson> byName(Tenant tenant, Instant now) {
    Map<String, SourceRecord> found =
        sources.list(tenant).stream()
            .collect(Collectors.toMap(SourceRecord::name, Function.identity()));
    Map<String, ExpectedSource> wanted =
        expected.of(tenant).stream()
            .collect(Collectors.toMap(ExpectedSource::name, Function.identity()));
    Set<String> names = new TreeSet<>(found.keySet());
    names.addAll(wanted.keySet());
    return names.stream()
        .map(
            name ->
                SourceJson.of(
                    name,
                    Optional.ofNullable(found.get(name)),
                    Optional.ofNullable(wanted.get(name)),
                    now));
  }
}
