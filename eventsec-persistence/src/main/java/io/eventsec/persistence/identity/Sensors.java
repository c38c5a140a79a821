package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.entity.SensorEntity;
import io.eventsec.persistence.entity.UserEntity;
import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sensors that may send events. In the caller's transaction. Not thread-safe. */
public final class Sensors {
  private static final int MOST = 1000;

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
    String taken =
        "There is a sensor '" + sensor.name() + "' already; revoke it or choose another name";
    if (active(sensor.tenant(), sensor.name()).isPresent()) {
      throw new NameTakenException(taken);
    }
    SensorEntity entity =
        new SensorEntity(
            sensor.tenant().id(),
            StorableText.of(sensor.name()),
            sensor.tokenHash().bytes(),
            sensor.createdBy().map(id -> entities.getReference(UserEntity.class, id)).orElse(null));
    UniqueNames.persist(entities, entity, "sensors_name_unique", taken);
    return sensor(entity);
  }

  /** The tenant's sensors, revoked ones included, oldest first, at most 1,000. */
  public List<SensorRecord> list(Tenant tenant) {
    return entities
        .createQuery(
            "select s from SensorEntity s where s.tenant = :tenant order by s.createdAt, s.id",
            SensorEntity.class)
        .setParameter("tenant", tenant.id())
        .setMaxResults(MOST)
        .getResultStream()
        .map(Sensors::sensor)
        .toList();
  }

  /** The sensor of that token, revoked or not: look at {@link SensorRecord#revokedAt()}. */
  public Optional<SensorRecord> findByTokenHash(TokenHash token) {
    return entities
        .createQuery("select s from SensorEntity s where s.tokenHash = :token", SensorEntity.class)
        .setParameter("token", token.bytes())
        .getResultStream()
        .findFirst()
        .map(Sensors::sensor);
  }

  /**
   * Refuses the sensor's token from now on.
   *
   * @return false if the tenant has no such sensor; true also if it was revoked before
   */
  public boolean revoke(Tenant tenant, UUID id, Instant now) {
    Optional<SensorEntity> sensor =
        Optional.ofNullable(entities.find(SensorEntity.class, id))
            .filter(found -> found.tenant().equals(tenant.id()));
    sensor.filter(found -> found.revokedAt().isEmpty()).ifPresent(s -> s.setRevokedAt(now));
    return sensor.isPresent();
  }

  /** Notes that the sensor has sent. */
  public void touch(UUID id, Instant now) {
    entities
        .createQuery(
            """
            update SensorEntity s set s.lastUsedAt = :now
            where s.id = :id and (s.lastUsedAt is null or s.lastUsedAt < :now)""")
        .setParameter("id", id)
        .setParameter("now", now)
        .executeUpdate();
  }

  /**
   * Makes sure that the tenant has a sensor of that name, and that this is its token. A token that
   * is known already stays with its sensor, and stays revoked if that is revoked: look at what
   * comes back.
   */
  public SensorRecord provision(Tenant tenant, String name, TokenHash token) {
    Optional<SensorRecord> known = findByTokenHash(token);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<SensorEntity> named = active(tenant, name);
    named.ifPresent(sensor -> sensor.setTokenHash(token.bytes()));
    return named
        .map(Sensors::sensor)
        .orElseGet(() -> create(new NewSensor(tenant, name, token, Optional.empty())));
  }

  private Optional<SensorEntity> active(Tenant tenant, String name) {
    return entities
        .createQuery(
            """
            select s from SensorEntity s
            where s.tenant = :tenant and s.name = :name and s.revokedAt is null""",
            SensorEntity.class)
        .setParameter("tenant", tenant.id())
        .setParameter("name", StorableText.of(name))
        .getResultStream()
        .findFirst();
  }

  private static SensorRecord sensor(SensorEntity entity) {
    return new SensorRecord(
        entity.id(),
        new Tenant(entity.tenant()),
        entity.name(),
        entity.createdAt(),
        entity.lastUsedAt(),
        entity.revokedAt());
  }
}
