package io.eventsec.app.api;

import io.eventsec.app.advisory.AdvisoryLibraries;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** Where advisories come from. */
@Path("/advisory-sources")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class AdvisorySourceResource {
  @Inject AdvisoryLibraries libraries;
  @Inject AdvisorySourceService sources;

  /** All of them. */
  @GET
  @RequiresPermission(Permission.VULNERABILITIES_READ)
  @Operation(
      operationId = "listAdvisorySources",
      summary = "Where advisories come from, how old they are, and what is held back")
  public AdvisorySourceJson.Listing list() {
    return new AdvisorySourceJson.Listing(AdvisorySourceJson.of(libraries));
  }

  /** Takes one as it has become. */
  @POST
  @Path("/{name}/accept")
  @RequiresPermission(Permission.SYSTEM_MANAGE)
  @Operation(
      operationId = "acceptAdvisorySource",
      summary = "Put in force a source that is held back, or give up one that is unreadable",
      description =
          "What only the records that are lost speak for is then taken for fixed. It is done when the"
              + " timer vulnerabilities runs next, which is as soon as possible.")
  @APIResponse(responseCode = "202", description = "It is accepted; see the timer's next run")
  public Response accept(@PathParam("name") String name) {
    sources.accept(name);
    return Response.accepted().build();
  }

  static ProblemException missing() {
    return new ProblemException(
        ProblemKind.NOT_FOUND,
        "There is no source of that name that is held back or unreadable. GET"
            + " /api/v1/advisory-sources lists those there are.");
  }
}
