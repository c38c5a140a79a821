package io.eventsec.app.api;

import io.eventsec.app.http.BodyLimit;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.persistence.indicator.IndicatorClaims;
import io.eventsec.persistence.indicator.IndicatorQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** What sources say is bad. */
@Path("/indicators")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class IndicatorResource {
  private static final String ID = "[0-9]{1,18}";

  /** Room for as many as can be sent at once, most of them long. */
  private static final int MOST_BYTES = 4 << 20;

  @Inject IndicatorService indicators;
  @Inject Caller caller;

  /** A page of them. */
  @GET
  @RequiresPermission(Permission.INDICATORS_READ)
  @Operation(
      operationId = "listIndicators",
      summary = "Indicators, newest first",
      description = "While matching is false, no event is compared with them.")
  public IndicatorJson.Listing list(@BeanParam IndicatorParameters parameters) {
    IndicatorQuery query = parameters.query(caller.tenant());
    Page<IndicatorJson> page = parameters.page(() -> indicators.page(query), IndicatorJson::of);
    return new IndicatorJson.Listing(page.items(), page.nextCursor(), IndicatorJson.MATCHING);
  }

  /** Takes in what a source says. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @BodyLimit(MOST_BYTES)
  @RequiresPermission(Permission.INDICATORS_WRITE)
  @Operation(
      operationId = "putIndicators",
      summary = "Add what a source says is bad, or replace what it says otherwise",
      description =
          "The same again changes nothing. All are taken in or none. At most 1,000 indicators and"
              + " 4 MiB. While matching is false, no event is compared with them.")
  public IndicatorJson.Result put(IndicatorJson.@Nullable Request body) {
    IndicatorClaims claims = IndicatorRequests.claims(caller.session().user(), body);
    return IndicatorJson.Result.of(indicators.put(claims));
  }

  /** Removes one. */
  @DELETE
  @Path("/{id}")
  @RequiresPermission(Permission.INDICATORS_WRITE)
  @Operation(operationId = "removeIndicator", summary = "Remove an indicator")
  @APIResponse(responseCode = "204", description = "Removed")
  public Response remove(@PathParam("id") String id) {
    if (!id.matches(ID) || !indicators.remove(caller.tenant(), Long.parseLong(id))) {
      throw new ProblemException(ProblemKind.NOT_FOUND, "There is no indicator of that id.");
    }
    return Response.noContent().build();
  }
}
