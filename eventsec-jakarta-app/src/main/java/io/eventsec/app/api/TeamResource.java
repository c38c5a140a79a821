package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The teams: who answers for assets. */
@Path("/teams")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class TeamResource {
  private static final int LONGEST_NAME = 100;

  @Inject TeamService teams;
  @Inject Caller caller;

  /** All of them. */
  @GET
  @RequiresPermission(Permission.USERS_READ)
  @Operation(
      operationId = "listTeams",
      summary = "Teams, by name, with their members: those to which an asset can be given")
  public TeamJson.TeamListing list() {
    return new TeamJson.TeamListing(
        teams.list(caller.tenant()).stream().map(TeamJson::of).toList());
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.TEAMS_MANAGE)
  @Operation(operationId = "createTeam", summary = "Make a team with nobody in it")
  @APIResponse(
      responseCode = "201",
      description = "The team",
      content = @Content(schema = @Schema(implementation = TeamJson.class)))
  public Response create(TeamJson.@Nullable Request body) {
    String name = Values.text(body == null ? null : body.name()).orElse("");
    if (name.isEmpty()
        || name.codePointCount(0, name.length()) > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw Values.invalid(
          "name", name, "is not 1 to 100 printable characters", "Choose another one.");
    }
    return Response.status(Response.Status.CREATED)
        .entity(TeamJson.of(teams.create(caller.session().user(), name)))
        .build();
  }

  /** Takes a user into one. */
  @PUT
  @Path("/{id}/members/{user}")
  @RequiresPermission(Permission.TEAMS_MANAGE)
  @Operation(
      operationId = "addTeamMember",
      summary = "Take a user into a team; one who is in it stays in it")
  @APIResponse(responseCode = "204", description = "The user is in it")
  public Response add(@PathParam("id") String id, @PathParam("user") String user) {
    teams.add(caller.tenant(), id(id), id(user));
    return Response.noContent().build();
  }

  /** Takes a user out of one. */
  @DELETE
  @Path("/{id}/members/{user}")
  @RequiresPermission(Permission.TEAMS_MANAGE)
  @Operation(operationId = "removeTeamMember", summary = "Take a user out of a team")
  @APIResponse(responseCode = "204", description = "The user is not in it any more")
  public Response remove(@PathParam("id") String id, @PathParam("user") String user) {
    teams.remove(caller.tenant(), id(id), id(user));
    return Response.noContent().build();
  }

  private static UUID id(String id) {
    return Values.uuid(id).orElseThrow(TeamResource::missing);
  }

  static ProblemException missing() {
    return new ProblemException(
        ProblemKind.NOT_FOUND,
        "There is no such team, or no such user for it. GET /api/v1/teams and GET /api/v1/users"
            + " list those there are.");
  }
}
