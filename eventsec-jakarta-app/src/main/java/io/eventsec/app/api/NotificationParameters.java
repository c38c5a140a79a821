package io.eventsec.app.api;

import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.notification.NotificationQuery;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which notifications a caller asks for. */
public class NotificationParameters extends PageParameters {
  @QueryParam("unread")
  @Parameter(description = "true for those only that are not read")
  @Nullable String unread;

  NotificationQuery query(UserAccount user) {
    return new NotificationQuery(
        user.tenant(), user.id(), Values.truth("unread", unread), cursor(), limit());
  }
}
