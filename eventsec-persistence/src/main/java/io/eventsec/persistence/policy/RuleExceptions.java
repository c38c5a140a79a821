package io.eventsec.persistence.policy;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.policy.ExceptionFilter;
import io.eventsec.persistence.entity.RuleExceptionEntity;
import io.eventsec.persistence.entity.UserEntity;
import io.eventsec.persistence.identity.UserRef;
import io.eventsec.persistence.internal.Listing;
import io.eventsec.persistence.internal.Now;
import io.eventsec.persistence.internal.StorableText;
import io.eventsec.persistence.internal.TenantUsers;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Events that rules shall not see, with who answers for it. In the caller's transaction. Not
 * thread-safe.
 */
public final class RuleExceptions {
  /** How many exceptions of a tenant may be in force. */
  public static final int MOST_IN_FORCE = 1_000;

  /** How many are listed at most. */
  public static final int MOST_LISTED = 500;

  private static final String SELECT =
      """
      select x.id as id, x.ruleId as ruleId, x.detection as detection, x.reason as reason,
        x.createdAt as createdAt, x.expiresAt as expiresAt, x.endedAt as endedAt, x.hits as hits,
        x.lastHitAt as lastHitAt,
        o.id as ownerId, o.username as ownerName, o.displayName as ownerDisplay,
        c.id as creatorId, c.username as creatorName, c.displayName as creatorDisplay,
        e.id as enderId, e.username as enderName, e.displayName as enderDisplay
      from RuleExceptionEntity x join x.owner o join x.createdBy c left join x.endedBy e""";

  private final EntityManager entities;

  /** The exceptions behind this entity manager. */
  public RuleExceptions(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Makes one.
   *
   * @throws IllegalArgumentException if owner or maker is not one of the tenant, or too many are in
   *     force
   */
  public void create(NewException exception) {
    ExceptionFilter filter = exception.filter();
    UserEntity creator = TenantUsers.require(entities, filter.tenant(), exception.createdBy());
    UserEntity owner = TenantUsers.requireActive(entities, filter.tenant(), exception.owner());
    // Whoever makes another waits from here on, so the count holds.
    PolicyRevision.raise(entities);
    if (inForce(filter.tenant(), exception.createdAt()) >= MOST_IN_FORCE) {
      throw new IllegalArgumentException(
          "would be one of more than "
              + MOST_IN_FORCE
              + " exceptions in force; choose others to end first");
    }
    entities.persist(
        new RuleExceptionEntity(
            new RuleExceptionEntity.What(
                filter.id(),
                StorableText.of(filter.ruleId()),
                StorableText.of(filter.detection()),
                StorableText.of(exception.reason().strip()),
                exception.createdAt(),
                filter.expiresAt()),
            owner,
            creator));
  }

  /**
   * Ends one before its time.
   *
   * @return false if the tenant has none of that id that has not been ended
   * @throws IllegalArgumentException if the user is not one of the tenant
   */
  public boolean end(Tenant tenant, UUID id, UUID user) {
    UserEntity ender = TenantUsers.require(entities, tenant, user);
    PolicyRevision.raise(entities);
    return entities
            .createQuery(
                """
                update RuleExceptionEntity x set x.endedAt = :now, x.endedBy = :user
                where x.tenant = :tenant and x.id = :id and x.endedAt is null""")
            .setParameter("now", Now.micros())
            .setParameter("user", ender)
            .setParameter("tenant", tenant.id())
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  /** Those of one rule, newest first, at most {@value #MOST_LISTED}. */
  public List<ExceptionRecord> ofRule(Tenant tenant, String ruleId) {
    Listing listing = new Listing(SELECT, "x.tenant", tenant);
    listing.and("x.ruleId = :rule", "rule", StorableText.of(ruleId));
    return run(listing, MOST_LISTED);
  }

  /** One of them. */
  public Optional<ExceptionRecord> find(Tenant tenant, UUID id) {
    Listing listing = new Listing(SELECT, "x.tenant", tenant);
    listing.and("x.id = :id", "id", id);
    return run(listing, 1).stream().findFirst();
  }

  private long inForce(Tenant tenant, Instant now) {
    return entities
        .createQuery(
            """
            select count(x) from RuleExceptionEntity x
            where x.tenant = :tenant and x.endedAt is null and x.expiresAt > :now""",
            Long.class)
        .setParameter("tenant", tenant.id())
        .setParameter("now", now)
        .getSingleResult();
  }

  private List<ExceptionRecord> run(Listing listing, int most) {
    return listing.run(entities, "x.createdAt desc, x.id", most, RuleExceptions::exception);
  }

  private static ExceptionRecord exception(Tuple row) {
    return new ExceptionRecord(
        row.get("id", UUID.class),
        row.get("ruleId", String.class),
        row.get("detection", String.class),
        row.get("reason", String.class),
        user(row, "owner"),
        user(row, "creator"),
        row.get("createdAt", Instant.class),
        row.get("expiresAt", Instant.class),
        Optional.ofNullable(row.get("endedAt", Instant.class))
            .map(at -> new ExceptionRecord.End(user(row, "ender"), at)),
        row.get("hits", Long.class),
        Optional.ofNullable(row.get("lastHitAt", Instant.class)));
  }

  private static UserRef user(Tuple row, String role) {
    return new UserRef(
        row.get(role + "Id", UUID.class),
        row.get(role + "Name", String.class),
        row.get(role + "Display", String.class));
  }
}
