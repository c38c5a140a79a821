package io.eventsec.app.api;

import io.eventsec.app.config.Settings;
import io.eventsec.app.http.BodyLimit;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.persistence.indicator.FeedOptions;
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
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
  @Inject IndicatorImports imports;
  @Inject Settings settings;
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
    return new IndicatorJson.Listing(page.items(), page.nextCursor(), matching());
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
    return IndicatorJson.Result.of(indicators.put(claims), matching());
  }

  /** Takes in a feed. */
  @POST
  @Path("/import")
  @Consumes({
    MediaType.APPLICATION_JSON,
    "application/stix+json",
    "application/taxii+json",
    "text/csv",
    "text/tab-separated-values",
    MediaType.TEXT_PLAIN,
    MediaType.APPLICATION_OCTET_STREAM
  })
  @BodyLimit(IndicatorImports.MOST_BYTES)
  @RequiresPermission(Permission.INDICATORS_WRITE)
  @Operation(
      operationId = "importIndicators",
      summary = "Take in a feed: a STIX bundle, an export of MISP, a table or a list",
      description =
          "What is bad is refused with its reason and stops nothing behind it. The same again"
              + " changes nothing. What was read is in force, even if the sender goes away before"
              + " the end. At most 256 MiB and 2,000,000 objects.")
  @APIResponse(
      responseCode = "200",
      description = "What became of it",
      content = @Content(schema = @Schema(implementation = IndicatorImportJson.class)))
  @APIResponse(
      responseCode = "503",
      description = "Too many feeds are being read, or a store is away")
  public IndicatorImportJson importFeed(
      @BeanParam IndicatorImportParameters parameters, InputStream body) throws IOException {
    FeedOptions options = parameters.options(caller.session().user());
    return imports.take(body, options, parameters.format(), parameters.replace());
  }

  private boolean matching() {
    return settings.enrichment().stages().indicators();
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
