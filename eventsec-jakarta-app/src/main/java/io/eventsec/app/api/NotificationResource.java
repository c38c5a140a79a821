package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.SignedInEndpoint;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.notification.NotificationQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** What the caller was told; nobody sees another's. */
@Path("/notifications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class NotificationResource {
  private static final String ID = "[0-9]{1,18}";

  @Inject NotificationService notifications;
  @Inject Caller caller;

  /** A page of it. */
  @GET
  @SignedInEndpoint
  @Operation(operationId = "listNotifications", summary = "What the caller was told, newest first")
  public NotificationJson.Listing list(@BeanParam NotificationParameters parameters) {
    NotificationQuery query = parameters.query(user());
    Page<NotificationJson> page =
        parameters.page(() -> notifications.page(query), NotificationJson::of);
    return new NotificationJson.Listing(
        page.items(), page.nextCursor(), notifications.unread(user()));
  }

  /** How many there are to read. */
  @GET
  @Path("/unread")
  @SignedInEndpoint
  @Operation(
      operationId = "countUnread",
      summary = "How many notifications the caller has not read")
  public NotificationJson.Unread unread() {
    return new NotificationJson.Unread(notifications.unread(user()));
  }

  /** Notes that one was read. */
  @POST
  @Path("/{id}/read")
  @SignedInEndpoint
  @Operation(operationId = "readNotification", summary = "Note that the caller has read one")
  public NotificationJson.Unread read(@PathParam("id") String id) {
    if (!id.matches(ID) || !notifications.read(user(), Long.parseLong(id))) {
      throw new ProblemException(ProblemKind.NOT_FOUND, "You were told nothing of that id.");
    }
    return unread();
  }

  /** Notes that all up to one were read. */
  @POST
  @Path("/read")
  @Consumes(MediaType.APPLICATION_JSON)
  @SignedInEndpoint
  @Operation(
      operationId = "readNotifications",
      summary = "Note that the caller has read all up to one",
      description = "What came after that one stays unread, so that nothing is read unseen.")
  public NotificationJson.Unread readUpTo(NotificationJson.@Nullable ReadRequest body) {
    String upTo = body == null || body.upTo() == null ? "" : body.upTo();
    if (upTo.isEmpty()) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST, "Send {\"upTo\": the id of the newest that was seen}.");
    }
    if (!upTo.matches(ID)) {
      throw Values.invalid(
          "upTo", upTo, "is no id of a notification", "Send the id of the newest that was seen.");
    }
    notifications.readUpTo(user(), Long.parseLong(upTo));
    return unread();
  }

  private UserAccount user() {
    return caller.session().user();
  }
}
