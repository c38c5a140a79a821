package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Now;
import io.eventsec.persistence.internal.TenantUsers;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What feeds and people say is bad. In the caller's transaction, which should be READ COMMITTED.
 * Not thread-safe.
 */
public final class Indicators {
  private final EntityManager entities;

  /** The indicators behind this entity manager. */
  public Indicators(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Takes in some of what a feed says: adds what it had not said before and replaces what it says
   * otherwise. The same again changes nothing. As many statements, however many indicators.
   *
   * @throws IllegalArgumentException if the user is not one of the tenant
   */
  public IndicatorChanges put(IndicatorClaims claims) {
    claims.userId().ifPresent(id -> TenantUsers.require(entities, claims.tenant(), id));
    Map<ByteBuffer, StoredClaim> last = new LinkedHashMap<>();
    for (ThreatIndicator claim : claims.claims()) {
      StoredClaim given = StoredClaim.of(claim, claims.feed(), Optional.empty());
      last.put(ByteBuffer.wrap(given.key()), given);
    }
    List<StoredClaim> given = List.copyOf(last.values());
    return change(claims.tenant(), claims.feed(), rows -> rows.put(given, claims.userId()));
  }

  /**
   * A page, newest first.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  public Page<IndicatorRecord> page(IndicatorQuery query) {
    List<IndicatorRecord> found = new IndicatorListing(query).run(entities, query.limit() + 1);
    return Page.of(found, query.limit(), IndicatorListing::cursorAfter);
  }

  /** One of them. */
  public Optional<IndicatorRecord> find(Tenant tenant, long id) {
    return new IndicatorListing(tenant, id).run(entities, 1).stream().findFirst();
  }

  /**
   * Removes one.
   *
   * @return false if the tenant has none of that id
   */
  public boolean remove(Tenant tenant, long id) {
    IndicatorChanges removed =
        change(
            tenant,
            "",
            rows ->
                new IndicatorChanges(
                    0,
                    0,
                    0,
                    entities
                        .createQuery(
                            "delete from IndicatorEntity i where i.tenant = :tenant and i.id = :id")
                        .setParameter("tenant", tenant.id())
                        .setParameter("id", id)
                        .executeUpdate()));
    return removed.any();
  }

  private IndicatorChanges change(Tenant tenant, String feed, IndicatorRows.Change change) {
    Instant now = Now.micros();
    return entities.<Connection, IndicatorChanges>callWithConnection(
        connection -> changed(connection, tenant, feed, now, change));
  }

  private static IndicatorChanges changed(
      Connection connection, Tenant tenant, String feed, Instant now, IndicatorRows.Change change)
      throws SQLException {
    return IndicatorRows.change(connection, tenant, feed, now, change);
  }
}
