package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Accounts;
import io.eventsec.app.security.FirstAdministrator;
import io.eventsec.app.security.PublicEndpoint;
import io.eventsec.app.security.SessionCookie;
import io.eventsec.app.security.SessionRegistry;
import io.eventsec.app.security.SignInService;
import io.eventsec.app.security.StartedSession;
import io.eventsec.persistence.identity.UserAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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
import org.jspecify.annotations.Nullable;

/** Lets the first administrator in. */
@Path("/setup")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SetupResource {
  private static final int LONGEST_TOKEN = 200;

  @Inject Accounts accounts;
  @Inject SignInService signIn;
  @Inject SessionRegistry sessions;
  @Inject FirstAdministrator administrator;
  @Context HttpServletRequest request;

  /** Whether somebody has to be let in. */
  @GET
  @PublicEndpoint
  @Operation(operationId = "getSetup", summary = "Whether the first administrator is missing")
  public SetupState state() {
    return new SetupState(accounts.setupNeeded());
  }

  /** Creates the first administrator and signs them in. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PublicEndpoint
  @Operation(operationId = "setUp", summary = "Create the first administrator and sign in")
  @APIResponse(
      responseCode = "201",
      description = "Created and signed in; the cookie is set",
      content = @Content(schema = @Schema(implementation = SessionJson.class)))
  @APIResponse(responseCode = "403", description = "The token is wrong, used or too old")
  @APIResponse(responseCode = "410", description = "There is an administrator already")
  public Response setUp(@Nullable SetupRequest body) {
    if (!accounts.setupNeeded()) {
      throw new ProblemException(ProblemKind.GONE, "There is an administrator already. Sign in.");
    }
    if (body == null || body.token() == null || body.token().length() > LONGEST_TOKEN) {
      throw refused();
    }
    String username = Values.text(body.username()).orElse("");
    String displayName = Values.text(body.displayName()).orElse(username);
    String password = body.password() == null ? "" : body.password();
    SetupRules.check(username, displayName, password);
    String hash = signIn.hash(password.toCharArray());
    UserAccount user =
        accounts
            .createFirst(body.token(), new Accounts.FirstUser(username, displayName, hash))
            .orElseThrow(SetupResource::refused);
    administrator.done();
    StartedSession started = sessions.start(user);
    return Response.status(Response.Status.CREATED)
        .entity(SessionJson.of(started.session()))
        .cookie(SessionCookie.of(started, request))
        .build();
  }

  private static ProblemException refused() {
    return new ProblemException(
        ProblemKind.FORBIDDEN,
        "The setup link is wrong, used or older than a day. A new one is made at each start.");
  }

  /**
   * Whether setup is needed.
   *
   * @param needed true while there is no user
   */
  public record SetupState(boolean needed) {}
}
