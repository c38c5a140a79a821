package io.eventsec.persistence.incident;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Limits;
import java.util.Set;
import java.util.UUID;

/**
 * An incident to be created out of alerts. Who creates it owns it, until they give it to somebody
 * else.
 *
 * @param tenant whose
 * @param title 1 to 300 characters
 * @param description at most 20,000 characters
 * @param severity how much it matters
 * @param createdBy a user of the tenant
 * @param alerts what it is made of, 1 to 200 alerts of the tenant
 */
public record NewIncident(
    Tenant tenant,
    String title,
    String description,
    Severity severity,
    UUID createdBy,
    Set<AlertId> alerts) {
  /** How many characters a title may have. */
  static final int LONGEST_TITLE = 300;

  private static final int LONGEST_DESCRIPTION = 20_000;

  /**
   * Copies the set and checks the bounds.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public NewIncident {
    alerts = Set.copyOf(alerts);
    Limits.length("Title", title, 1, LONGEST_TITLE);
    Limits.length("Description", description, 0, LONGEST_DESCRIPTION);
    if (alerts.isEmpty() || alerts.size() > IncidentStep.AddItems.MOST) {
      throw new IllegalArgumentException(
          "An incident of "
              + alerts.size()
              + " alerts: begin with 1 to "
              + IncidentStep.AddItems.MOST
              + " and add the others later");
    }
  }
}
