package io.eventsec.app.api;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.persistence.vulnerability.FindingQuery;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which findings a caller asks for. */
public class FindingParameters extends PageParameters {
  private static final int LONGEST_ID = 100;

  @QueryParam("status")
  @Parameter(
      description = "open, in_review, mitigated, accepted, false_positive; several with commas")
  @Nullable String status;

  @QueryParam("risk")
  @Parameter(description = "low, medium, high, critical; several separated by commas")
  @Nullable String risk;

  @QueryParam("asset")
  @Parameter(description = "id of an asset")
  @Nullable String asset;

  @QueryParam("vulnerability")
  @Parameter(description = "id of a vulnerability, at most 100 characters")
  @Nullable String vulnerability;

  FindingQuery query(Tenant tenant) {
    Optional<String> id = Values.text(vulnerability);
    if (id.filter(text -> text.length() > LONGEST_ID).isPresent()) {
      throw Values.invalid("vulnerability", id.get(), "has more than 100 characters", "Use fewer.");
    }
    return new FindingQuery(
        tenant,
        Values.several(FindingStatus.class, "status", status),
        Values.several(RiskLevel.class, "risk", risk),
        Values.uuid("asset", asset),
        id,
        cursor(),
        limit());
  }
}
