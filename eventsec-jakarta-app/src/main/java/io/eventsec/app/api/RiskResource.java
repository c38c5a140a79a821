package io.eventsec.app.api;

import io.eventsec.app.config.Settings;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.risk.RiskEntity;
import io.eventsec.persistence.risk.EntityRisks;
import io.eventsec.persistence.risk.RiskQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** What alerts have collected against hosts, users and addresses. */
@Path("/risk")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class RiskResource {
  private static final int MOST_CONTRIBUTIONS = 200;

  @Inject EntityRisks risks;
  @Inject Settings settings;
  @Inject Caller caller;

  /** A page of them. */
  @GET
  @Path("/entities")
  @RequiresPermission(Permission.ALERTS_READ)
  @Operation(
      operationId = "listEntities",
      summary = "Hosts, users and addresses that alerts are about, the greatest risk first",
      description =
          "An alert gives points to each that it is about; they halve with each half-life"
              + " (EVENTSEC_RISK_HALF_LIFE). The score is what is left of them now.")
  public Page<RiskJson> list(@BeanParam RiskParameters parameters) {
    Instant now = Instant.now();
    Duration halfLife = settings.risk().options().halfLife();
    RiskQuery query = parameters.query(caller.tenant(), now, halfLife);
    return parameters.page(() -> risks.page(query), risk -> RiskJson.of(risk, now, halfLife));
  }

  /** One of them; in the query, since names have slashes in them, which no path may have. */
  @GET
  @Path("/entity")
  @RequiresPermission(Permission.ALERTS_READ)
  @Operation(
      operationId = "getEntity",
      summary = "A host, user or address with its risk, and of which alerts that is made")
  @APIResponse(
      responseCode = "200",
      description = "What is held against it",
      content = @Content(schema = @Schema(implementation = RiskJson.Detail.class)))
  @APIResponse(responseCode = "404", description = "Nothing is held against one of that name")
  public RiskJson.Detail get(
      @QueryParam("kind") @Parameter(description = "host, user or address") @Nullable String kind,
      @QueryParam("name") @Parameter(description = "1 to 255 characters") @Nullable String name) {
    Tenant tenant = caller.tenant();
    Instant now = Instant.now();
    Duration halfLife = settings.risk().options().halfLife();
    RiskEntity entity = RiskParameters.entity(kind, name);
    return risks
        .find(tenant, entity)
        .map(
            risk ->
                RiskJson.Detail.of(
                    risk, risks.sources(tenant, entity, MOST_CONTRIBUTIONS), now, halfLife))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemKind.NOT_FOUND, "Nothing is held against one of that kind and name."));
  }
}
