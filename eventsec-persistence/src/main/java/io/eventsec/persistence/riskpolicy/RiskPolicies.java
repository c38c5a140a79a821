package io.eventsec.persistence.riskpolicy;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.core.vuln.risk.RiskPolicyDocument;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.entity.UserEntity;
import io.eventsec.persistence.identity.UserTuples;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.internal.Listing;
import io.eventsec.persistence.internal.Now;
import io.eventsec.persistence.internal.StorableText;
import io.eventsec.persistence.internal.TenantUsers;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a tenant's policies, and the one that is in force. A version never changes and
 * stays readable. In the caller's transaction. Not thread-safe.
 */
public final class RiskPolicies {
  /** How many versions a tenant may have, of all its policies. */
  public static final int MOST = 1_000;

  private static final String SELECT =
      """
      select p.name as name, p.version as version, p.definition as definition, p.reason as reason,
        p.createdAt as createdAt, u.id as creatorId, u.username as creatorName,
        u.displayName as creatorDisplay
      from RiskPolicyEntity p join p.createdBy u""";

  private static final String CHOICE =
      """
      select c.name as name, c.version as version, c.reason as reason, c.changedAt as changedAt,
        c.revision as revision, u.id as chooserId, u.username as chooserName,
        u.displayName as chooserDisplay
      from RiskPolicyChoiceEntity c join c.changedBy u""";

  /** Whoever else makes a version of the tenant's waits, so that numbers and count hold. */
  private static final String LOCK =
      "select t.id from tenants t where t.id = :tenant for no key update";

  private static final String CREATE =
      """
      insert into risk_policies (tenant, name, version, definition, reason, created_by, created_at)
      values (:tenant, :name, :version, :definition, :reason, :user, :now)""";

  private static final String CHOOSE =
      """
      insert into risk_policy_choices as c
        (tenant, name, version, reason, changed_by, changed_at, revision)
      select :tenant, nullif(:name, ''), nullif(cast(:version as integer), 0), :reason, :user, :now,
        1
      where :expected = 0 or exists (
        select from risk_policy_choices s where s.tenant = :tenant)
      on conflict (tenant) do update set name = excluded.name, version = excluded.version,
        reason = excluded.reason, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at, revision = c.revision + 1
      where c.revision = :expected""";

  private final EntityManager entities;

  /** The policies behind this entity manager. */
  public RiskPolicies(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A page of the versions that the tenant has made, by name, of one name the newest first.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  public Page<RiskPolicyRecord> page(RiskPolicyQuery query) {
    Listing listing = new Listing(SELECT, "p.tenant", query.tenant());
    query.cursor().ifPresent(cursor -> after(listing, cursor));
    List<RiskPolicyRecord> found =
        listing.run(entities, "p.name, p.version desc", query.limit() + 1, RiskPolicies::record);
    return Page.of(
        found, query.limit(), last -> CursorText.of(last.policy().name(), last.policy().version()));
  }

  private static void after(Listing listing, String cursor) {
    Place place =
        CursorText.read(
            cursor, 2, parts -> new Place(parts.get(0), Integer.parseInt(parts.get(1))));
    listing.and("(p.name > :name or p.name = :name and p.version < :version)", "name", place.name);
    listing.set("version", place.version);
  }

  private record Place(String name, int version) {}

  /** One version, the built-in one too; empty if the tenant has none such. */
  public Optional<RiskPolicyRecord> find(Tenant tenant, String name, int version) {
    if (name.equals(RiskPolicy.DEFAULT.name())) {
      return Optional.of(RiskPolicyRecord.BUILT_IN)
          .filter(one -> one.policy().version() == version);
    }
    Listing listing = new Listing(SELECT, "p.tenant", tenant);
    listing.and("p.name = :name", "name", StorableText.of(name));
    listing.and("p.version = :version", "version", version);
    return listing.run(entities, "p.version", 1, RiskPolicies::record).stream().findFirst();
  }

  /** What is in force. */
  public RiskPolicyChoice inForce(Tenant tenant) {
    return new Listing(CHOICE, "c.tenant", tenant)
        .run(entities, "c.tenant", 1, row -> choice(tenant, row)).stream()
            .findFirst()
            .orElse(RiskPolicyChoice.NONE);
  }

  /**
   * Makes a version.
   *
   * @param document what it shall say; if it is versioned, of the version that it shall be
   * @throws IllegalArgumentException if its name is that of the built-in one, the version that it
   *     says is not the next, there are too many, or the user is not one of the tenant
   */
  public RiskPolicyRecord create(RiskPolicyChange change, RiskPolicyDocument document) {
    String name = document.policy().name();
    if (name.equals(RiskPolicy.DEFAULT.name())) {
      throw new IllegalArgumentException(
          "Name '" + name + "' is that of the policy that is built in: use another");
    }
    UserEntity user = TenantUsers.require(entities, change.tenant(), change.user());
    entities
        .createNativeQuery(LOCK, String.class)
        .setParameter("tenant", change.tenant().id())
        .getSingleResult();
    RiskPolicy policy = numbered(change.tenant(), document);
    entities
        .createNativeQuery(CREATE)
        .setParameter("tenant", change.tenant().id())
        .setParameter("name", name)
        .setParameter("version", policy.version())
        .setParameter("definition", RiskPolicyDocument.write(policy))
        .setParameter("reason", StorableText.of(change.reason()))
        .setParameter("user", user.id())
        .setParameter("now", Now.micros())
        .executeUpdate();
    return find(change.tenant(), name, policy.version()).orElseThrow();
  }

  private RiskPolicy numbered(Tenant tenant, RiskPolicyDocument document) {
    RiskPolicy policy = document.policy();
    int next = 1 + most("max(p.version)", tenant, policy.name());
    if (document.versioned() && policy.version() != next) {
      throw new IllegalArgumentException(
          "Version "
              + policy.version()
              + " of '"
              + policy.name()
              + "' cannot be made, the next one is "
              + next
              + ": say that one, or none");
    }
    if (most("count(p)", tenant, "") >= MOST) {
      throw new IllegalArgumentException(
          "There are " + MOST + " versions of policies already: use one of them");
    }
    return policy.withVersion(next);
  }

  /** Of all policies if the name is empty. */
  private int most(String what, Tenant tenant, String name) {
    Number number =
        entities
            .createQuery(
                "select "
                    + what
                    + " from RiskPolicyEntity p"
                    + " where p.tenant = :tenant and (:name = '' or p.name = :name)",
                Number.class)
            .setParameter("tenant", tenant.id())
            .setParameter("name", name)
            .getSingleResult();
    return number == null ? 0 : number.intValue();
  }

  /**
   * Puts a version in force. Findings get their labels by it when they are evaluated next.
   *
   * @param policy one that {@link #find} found
   * @param expected the revision of the choice that the user saw; 0 if there was none
   * @return false if somebody chose meanwhile; nothing was changed
   * @throws IllegalArgumentException if the user is not one of the tenant
   */
  public boolean choose(RiskPolicyChange change, RiskPolicy policy, int expected) {
    UserEntity user = TenantUsers.require(entities, change.tenant(), change.user());
    boolean builtIn = policy.name().equals(RiskPolicy.DEFAULT.name());
    Query choose = entities.createNativeQuery(CHOOSE);
    return choose
            .setParameter("tenant", change.tenant().id())
            .setParameter("name", builtIn ? "" : policy.name())
            .setParameter("version", builtIn ? 0 : policy.version())
            .setParameter("reason", StorableText.of(change.reason()))
            .setParameter("user", user.id())
            .setParameter("now", Now.micros())
            .setParameter("expected", expected)
            .executeUpdate()
        == 1;
  }

  private RiskPolicyChoice choice(Tenant tenant, Tuple row) {
    RiskPolicy policy =
        Optional.ofNullable(row.get("name", String.class))
            .flatMap(name -> find(tenant, name, row.get("version", Integer.class)))
            .map(RiskPolicyRecord::policy)
            .orElse(RiskPolicy.DEFAULT);
    return new RiskPolicyChoice(
        policy,
        row.get("revision", Integer.class),
        UserTuples.user(row, "chooser")
            .map(
                by ->
                    new RiskPolicyChoice.Chosen(
                        by, row.get("changedAt", Instant.class), row.get("reason", String.class))));
  }

  private static RiskPolicyRecord record(Tuple row) {
    return new RiskPolicyRecord(
        StoredPolicy.read(row.get("definition", String.class)),
        row.get("reason", String.class),
        UserTuples.user(row, "creator")
            .map(by -> new RiskPolicyRecord.Created(by, row.get("createdAt", Instant.class))));
  }
}
