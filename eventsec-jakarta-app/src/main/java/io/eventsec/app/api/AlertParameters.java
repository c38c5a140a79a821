package io.eventsec.app.api;

import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.alert.AlertQuery;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which alerts a caller asks for. */
public class AlertParameters extends PageParameters {
  private static final int LONGEST_TEXT = 200;

  @QueryParam("status")
  @Parameter(description = "open, acknowledged, closed; several separated by commas")
  @Nullable String status;

  @QueryParam("severity")
  @Parameter(description = "informational, low, medium, high, critical; several with commas")
  @Nullable String severity;

  @QueryParam("rule")
  @Parameter(description = "id of a rule")
  @Nullable String rule;

  @QueryParam("q")
  @Parameter(description = "text in title, source or entities, at most 200 characters")
  @Nullable String text;

  AlertQuery query(Tenant tenant) {
    if (text != null && text.strip().length() > LONGEST_TEXT) {
      throw Values.invalid("q", text, "has more than 200 characters", "Use fewer.");
    }
    return new AlertQuery(
        tenant,
        Values.several(AlertStatus.class, "status", status),
        Values.several(Severity.class, "severity", severity),
        Values.text(rule),
        Values.text(text),
        cursor(),
        limit());
  }
}
