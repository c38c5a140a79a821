package io.eventsec.app.api;

import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.search.EventQuery;
import io.eventsec.search.EventStats;
import io.eventsec.search.OpenSearchEvents;
import io.eventsec.search.SearchTimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The state of things at a glance. */
@Path("/overview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class OverviewResource {
  private static final Values.Bounds HOURS = new Values.Bounds(1, 24 * 90, 24);
  private static final int BUCKETS = 48;

  @Inject AlertService alerts;
  @Inject OpenSearchEvents events;
  @Inject Figures figures;
  @Inject Caller caller;

  /** The last hours. */
  @GET
  @RequiresPermission(Permission.ALERTS_READ)
  @Operation(operationId = "getOverview", summary = "Events, alerts and pipeline at a glance")
  public OverviewJson overview(@QueryParam("hours") @Nullable String hours) {
    Tenant tenant = caller.tenant();
    Instant to = Instant.now();
    Instant from = to.minus(Duration.ofHours(Values.whole("hours", hours, HOURS)));
    OverviewJson.Alerts counted = OverviewJson.Alerts.of(alerts.counts(tenant, from));
    OverviewJson.Pipeline pipeline = figures.pipeline(tenant);
    try {
      EventStats stats = events.stats(EventQuery.of(tenant, from, to), BUCKETS);
      return new OverviewJson(
          from,
          to,
          Optional.of(OverviewJson.Events.of(stats)),
          counted,
          Optional.of(OverviewJson.Source.of(stats)),
          pipeline,
          new OverviewJson.Search(true, Optional.empty()));
    } catch (StoreUnavailableException | SearchTimeoutException e) {
      OverviewJson.Search away =
          new OverviewJson.Search(false, Optional.ofNullable(e.getMessage()));
      return new OverviewJson(
          from, to, Optional.empty(), counted, Optional.empty(), pipeline, away);
    }
  }
}
