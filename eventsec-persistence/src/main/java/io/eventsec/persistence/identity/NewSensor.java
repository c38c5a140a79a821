package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sensor to be created.
 *
 * @param tenant whose sensor
 * @param name 1 to 100 characters, unique among the tenant's sensors that are not revoked
 * @param tokenHash of the token it sends with
 * @param createdBy the user who made it; empty if no person did
 */
public record NewSensor(Tenant tenant, String name, TokenHash tokenHash, Optional<UUID> createdBy) {
  private static final int LONGEST_NAME = 100;

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it breaks the rule above
   */
  public NewSensor {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "Sensor name of " + name.length() + " characters: use 1 to " + LONGEST_NAME);
    }
  }
}
