package io.eventsec.app.security;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.identity.NewSensor;
import io.eventsec.persistence.identity.SensorRecord;
import io.eventsec.persistence.identity.Sensors;
import io.eventsec.persistence.identity.TokenHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sensors and their tokens. */
@ApplicationScoped
public class SensorRegistry {
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject AuditTrail audit;

  private final SensorTokens tokens =
      new SensorTokens(hash -> self().lookUp(hash), InstantSource.system());

  /** The sensor that may send with this token. */
  public Optional<SensorRecord> authenticate(String token) {
    return tokens.find(token);
  }

  /** Looks a token up and notes that its sensor is sending. */
  @Transactional
  public Optional<SensorRecord> lookUp(TokenHash hash) {
    Instant now = Instant.now();
    Sensors sensors = new Sensors(entities);
    Optional<SensorRecord> found = sensors.findByTokenHash(hash);
    found
        .filter(sensor -> sensor.revokedAt().isEmpty())
        .filter(sensor -> longAgo(sensor, now))
        .ifPresent(sensor -> sensors.touch(sensor.id(), now));
    return found;
  }

  /** The tenant's sensors, revoked ones included. */
  @Transactional
  public List<SensorRecord> list(Tenant tenant) {
    return new Sensors(entities).list(tenant);
  }

  /**
   * Creates a sensor for the caller of this request, and notes it in the audit.
   *
   * @throws io.eventsec.persistence.identity.NameTakenException if the name is in use
   */
  @Transactional
  public SensorRecord create(NewSensor sensor) {
    SensorRecord made = new Sensors(entities).create(sensor);
    audit.done("sensor.create", object(made.id()), Map.of("name", made.name()));
    return made;
  }

  /**
   * Refuses the sensor's token from now on, and notes it in the audit.
   *
   * @return false if there is no such sensor
   */
  @Transactional
  public boolean revoke(Tenant tenant, UUID id) {
    boolean there = new Sensors(entities).revoke(tenant, id, Instant.now());
    if (there) {
      audit.done("sensor.revoke", object(id), Map.of());
    }
    tokens.forget();
    return there;
  }

  /** Makes sure that the sensor is there and has this token. */
  @Transactional
  public SensorRecord provision(Tenant tenant, String name, String token) {
    return new Sensors(entities).provision(tenant, name, TokenHash.ofToken(token));
  }

  private static AuditObject object(UUID id) {
    return new AuditObject("sensor", id.toString());
  }

  private static boolean longAgo(SensorRecord sensor, Instant now) {
    return sensor.lastUsedAt().map(at -> at.plus(TOUCH_EVERY).isBefore(now)).orElse(true);
  }

  private static SensorRegistry self() {
    // Through the container, so that the transaction is begun.
    return CDI.current().select(SensorRegistry.class).get();
  }
}
