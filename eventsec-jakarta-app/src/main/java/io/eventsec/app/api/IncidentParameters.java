package io.eventsec.app.api;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.incident.IncidentQuery;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which incidents a caller asks for. */
public class IncidentParameters extends PageParameters {
  @QueryParam("status")
  @Parameter(description = "open, in_progress, on_hold, closed; several separated by commas")
  @Nullable String status;

  @QueryParam("severity")
  @Parameter(description = "informational, low, medium, high, critical; several with commas")
  @Nullable String severity;

  @QueryParam("owner")
  @Parameter(description = "id of a user")
  @Nullable String owner;

  @QueryParam("assignee")
  @Parameter(description = "id of a user")
  @Nullable String assignee;

  @QueryParam("alert")
  @Parameter(description = "id of an alert that is part of them")
  @Nullable String alert;

  IncidentQuery query(Tenant tenant) {
    return new IncidentQuery(
        tenant,
        Values.several(IncidentStatus.class, "status", status),
        Values.several(Severity.class, "severity", severity),
        Values.uuid("owner", owner),
        Values.uuid("assignee", assignee),
        Values.text(alert).map(IncidentParameters::alertId),
        cursor(),
        limit());
  }

  private static AlertId alertId(String id) {
    try {
      return new AlertId(id);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("alert", id, e);
    }
  }
}
