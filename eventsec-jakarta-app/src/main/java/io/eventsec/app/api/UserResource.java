package io.eventsec.app.api;

import io.eventsec.app.api.SessionJson.UserJson;
import io.eventsec.app.security.Accounts;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.persistence.identity.UserQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The users, as far as others need to know them. */
@Path("/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class UserResource {
  @Inject Accounts accounts;
  @Inject Caller caller;

  /** A page of those to whom something can be given. */
  @GET
  @RequiresPermission(Permission.USERS_READ)
  @Operation(
      operationId = "listUsers",
      summary = "Users who may sign in, by name: those to whom an alert or incident can be given")
  public Page<UserJson> list(@BeanParam PageParameters parameters) {
    UserQuery query = new UserQuery(caller.tenant(), parameters.cursor(), parameters.limit());
    return parameters.page(() -> accounts.page(query), UserJson::of);
  }
}
