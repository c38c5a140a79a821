package io.eventsec.persistence.policy;

import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.policy.RuleSetting;
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
 * Whether rules run over a tenant's events, and how much their alerts matter. In the caller's
 * transaction. Not thread-safe.
 */
public final class RuleSettings {
  private static final int MOST = 10_000;

  /** A parameter that is null has no type. */
  private static final int NO_LEVEL = -1;

  private static final String SELECT =
      """
      select r.ruleId as ruleId, r.enabled as enabled, r.level as level, r.reason as reason,
        r.changedAt as changedAt, r.revision as revision, u.id as userId, u.username as username,
        u.displayName as displayName
      from RuleSettingEntity r join r.changedBy u""";

  private static final String CHANGE =
      """
      insert into rule_settings as r
        (tenant, rule_id, enabled, level, reason, changed_by, changed_at, revision)
      select :tenant, :rule, :enabled, nullif(cast(:level as smallint), -1), :reason, :user, :now, 1
      where :expected = 0 or exists (
        select from rule_settings s where s.tenant = :tenant and s.rule_id = :rule)
      on conflict (tenant, rule_id) do update set enabled = excluded.enabled,
        level = excluded.level, reason = excluded.reason, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at, revision = r.revision + 1
      where r.revision = :expected""";

  private final EntityManager entities;

  /** The settings behind this entity manager. */
  public RuleSettings(EntityManager entities) {
    this.entities = entities;
  }

  /** All that a tenant has decided, at most 10,000. */
  public List<RuleSettingRecord> all(Tenant tenant) {
    return run(tenant, new Listing(SELECT, "r.tenant", tenant));
  }

  /** What it has decided about one rule; empty if nothing. */
  public Optional<RuleSettingRecord> find(Tenant tenant, String ruleId) {
    Listing listing = new Listing(SELECT, "r.tenant", tenant);
    listing.and("r.ruleId = :rule", "rule", StorableText.of(ruleId));
    return run(tenant, listing).stream().findFirst();
  }

  /**
   * Decides.
   *
   * @return false if somebody has decided otherwise meanwhile; nothing was changed
   * @throws IllegalArgumentException if the user is not one of the tenant
   */
  public boolean change(RuleSettingChange change) {
    RuleSetting setting = change.setting();
    UserEntity user = TenantUsers.require(entities, setting.tenant(), change.userId());
    PolicyRevision.raise(entities);
    return entities
            .createNativeQuery(CHANGE)
            .setParameter("tenant", setting.tenant().id())
            .setParameter("rule", StorableText.of(setting.ruleId()))
            .setParameter("enabled", setting.enabled())
            .setParameter("level", setting.level().map(Severity::ordinal).orElse(NO_LEVEL))
            .setParameter("reason", StorableText.of(change.reason().strip()))
            .setParameter("user", user.id())
            .setParameter("now", Now.micros())
            .setParameter("expected", change.expectedRevision())
            .executeUpdate()
        == 1;
  }

  private List<RuleSettingRecord> run(Tenant tenant, Listing listing) {
    return listing.run(entities, "r.ruleId", MOST, row -> setting(tenant, row));
  }

  private static RuleSettingRecord setting(Tenant tenant, Tuple row) {
    return new RuleSettingRecord(
        new RuleSetting(
            tenant,
            row.get("ruleId", String.class),
            row.get("enabled", Boolean.class),
            Optional.ofNullable(row.get("level", Severity.class))),
        row.get("reason", String.class),
        new UserRef(
            row.get("userId", UUID.class),
            row.get("username", String.class),
            row.get("displayName", String.class)),
        row.get("changedAt", Instant.class),
        row.get("revision", Integer.class));
  }
}
