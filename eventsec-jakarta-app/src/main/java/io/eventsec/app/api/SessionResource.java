package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.PublicEndpoint;
import io.eventsec.app.security.SessionCookie;
import io.eventsec.app.security.SessionRegistry;
import io.eventsec.app.security.SignInService;
import io.eventsec.app.security.SignedInEndpoint;
import io.eventsec.app.security.StartedSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Path("/session")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
  @Inject SignInService signIn;
  @Inject SessionRegistry sessions;
  @Inject Caller caller;
  @Context HttpServletRequest request;

  /** Signs in. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PublicEndpoint
  @Operation(operationId = "signIn", summary = "Sign in")
  @APIResponse(
      responseCode = "200",
      description = "Signed in; the cookie is set",
      content = @Content(schema = @Schema(implementation = SessionJson.class)))
  @APIResponse(responseCode = "401", description = "Name or password are wrong")
  @APIResponse(responseCode = "429", description = "Too many failed before")
  public Response signIn(@Nullable SignIn body) {
    if (body == null || body.username() == null || body.password() == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST, "Send {\"username\": ..., \"password\": ...}.");
    }
    StartedSession started =
        signIn.signIn(body.username(), body.password().toCharArray(), request.getRemoteAddr());
    return Response.ok(SessionJson.of(started.session()))
        .cookie(SessionCookie.of(started, request))
        .build();
  }

  /** Who is signed in. */
  @GET
  @SignedInEndpoint
  @SecurityRequirement(name = "session")
  @Operation(operationId = "getSession", summary = "Who is signed in")
  public SessionJson session() {
    return SessionJson.of(caller.session());
  }

  /** Signs out. */
  @DELETE
  @SignedInEndpoint
  @SecurityRequirement(name = "session")
  @Operation(operationId = "signOut", summary = "Sign out")
  @APIResponse(responseCode = "204", description = "Signed out; the cookie is taken back")
  public Response signOut() {
    sessions.end(caller.session());
    return Response.noContent().cookie(SessionCookie.none(request)).build();
  }
}
