package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sensors that may send events. In the caller's transaction. Not thread-safe. */
public final class Sensors {
  private final EntityManager entities;

  /** The sensors behind this entity manager. */
  public Sensors(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Creates a sensor.
   *
   * @throws NameTakenException if the tenant has a sensor of that name that is not revoked
   */
  public SensorRecord create(NewSensor sensor) {
    throw new UnsupportedOperationException(entities.toString());
  }

  /** The tenant's sensors, revoked ones included, oldest first, at most 1,000. */
  public List<SensorRecord> list(Tenant tenant) {
    throw new UnsupportedOperationException();
  }

  /** The sensor of that token, revoked or not: look at {@link SensorRecord#revokedAt()}. */
  public Optional<SensorRecord> findByTokenHash(TokenHash token) {
    throw new UnsupportedOperationException();
  }

  /**
   * Refuses the sensor's token from now on.
   *
   * @return false if the tenant has no such sensor; true also if it was revoked before
   */
  public boolean revoke(Tenant tenant, UUID id, Instant now) {
    throw new UnsupportedOperationException();
  }

  /** Notes that the sensor has sent. */
  public void touch(UUID id, Instant now) {
    throw new UnsupportedOperationException();
  }

  /** Makes sure that the tenant has a sensor of that name, and that this is its token. */
  public SensorRecord provision(Tenant tenant, String name, TokenHash token) {
    throw new UnsupportedOperationException();
  }
}
