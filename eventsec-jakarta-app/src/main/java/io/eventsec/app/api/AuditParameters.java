package io.eventsec.app.api;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.audit.AuditQuery;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries of the audit a caller asks for. */
public class AuditParameters extends PageParameters {
  private static final int LONGEST_ACTION = 100;

  @QueryParam("actor")
  @Parameter(description = "id of a user")
  @Nullable String actor;

  @QueryParam("action")
  @Parameter(description = "such as incident.create, at most 100 characters")
  @Nullable String action;

  @QueryParam("objectKind")
  @Parameter(description = "kind of what was acted on, such as incident; with objectId")
  @Nullable String objectKind;

  @QueryParam("objectId")
  @Parameter(description = "id of what was acted on; with objectKind")
  @Nullable String objectId;

  @QueryParam("from")
  @Parameter(description = "since then: ISO-8601")
  @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "before then: ISO-8601")
  @Nullable String to;

  AuditQuery query(Tenant tenant) {
    Optional<String> wanted = Values.text(action);
    if (wanted.filter(text -> text.length() > LONGEST_ACTION).isPresent()) {
      throw Values.invalid("action", wanted.get(), "has more than 100 characters", "Use fewer.");
    }
    return new AuditQuery(
        tenant,
        Values.uuid("actor", actor),
        wanted,
        object(),
        Values.text(from).map(text -> Values.moment("from", text)),
        Values.text(to).map(text -> Values.moment("to", text)),
        cursor(),
        limit());
  }

  private Optional<AuditObject> object() {
    Optional<String> kind = Values.text(objectKind);
    Optional<String> id = Values.text(objectId);
    if (kind.isPresent() != id.isPresent()) {
      throw Values.invalid(
          kind.isPresent() ? "objectId" : "objectKind",
          "",
          "is missing beside the other",
          "Send objectKind and objectId, or neither.");
    }
    try {
      return kind.map(name -> new AuditObject(name, id.orElse("")));
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("objectKind", kind.orElse(""), e);
    }
  }
}
