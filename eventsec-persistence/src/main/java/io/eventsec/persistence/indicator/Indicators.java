package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.internal.Now;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What sources say is bad. In the caller's transaction, which should be READ COMMITTED. Nothing
 * matches events against it yet. Not thread-safe.
 */
public final class Indicators {
  private static final int MOST_LOOKED_UP = 10_000;

  private static final String KNOWN =
      """
      select distinct i.kind, i.value from indicators i
      join unnest(cast(:kinds as text[]), cast(:keys as text[])) as given (kind, value)
        on i.kind = given.kind and i.value = given.value
      where i.tenant = :tenant and i.valid_from <= :moment
        and (i.valid_until is null or i.valid_until > :moment)""";

  private final EntityManager entities;

  /** The indicators behind this entity manager. */
  public Indicators(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Takes in what a source says: adds what it had not said before and replaces what it says
   * otherwise. The same again changes nothing. As many statements, however many indicators.
   *
   * @throws IllegalArgumentException if the user is not one of the tenant
   */
  public IndicatorChanges put(IndicatorClaims claims) {
    return new IndicatorRecording(entities, claims).run();
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
   * Which of these some source says are bad at a moment: one statement for all of them.
   *
   * @param wanted at most 10,000
   * @throws IllegalArgumentException if there are more
   */
  public Set<Indicator> known(Tenant tenant, Collection<Indicator> wanted, Instant moment) {
    if (wanted.size() > MOST_LOOKED_UP) {
      throw new IllegalArgumentException(
          wanted.size() + " indicators: give at most " + MOST_LOOKED_UP + " at once");
    }
    if (wanted.isEmpty()) {
      return Set.of();
    }
    List<Indicator> given = List.copyOf(wanted);
    return rows(
            entities
                .createNativeQuery(KNOWN, Tuple.class)
                .setParameter(
                    "kinds", given.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .setParameter("keys", given.stream().map(Indicator::value).toArray(String[]::new))
                .setParameter("tenant", tenant.id())
                .setParameter("moment", moment))
        .stream()
        .map(
            row ->
                new Indicator(
                    IndicatorKind.valueOf(row.get(0, String.class)), row.get(1, String.class)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Ends all that a source says and that has not ended: it is kept and no longer in force.
   *
   * @return how many
   */
  public int expire(Tenant tenant, String source) {
    Instant now = Now.micros();
    return entities
        .createQuery(
            """
            update IndicatorEntity i set i.validUntil = :now
            where i.tenant = :tenant and i.source = :source and i.validFrom < :now
              and (i.validUntil is null or i.validUntil > :now)""")
        .setParameter("now", now)
        .setParameter("tenant", tenant.id())
        .setParameter("source", source)
        .executeUpdate();
  }

  /**
   * Removes one.
   *
   * @return false if the tenant has none of that id
   */
  public boolean remove(Tenant tenant, long id) {
    return entities
            .createQuery("delete from IndicatorEntity i where i.tenant = :tenant and i.id = :id")
            .setParameter("tenant", tenant.id())
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  @SuppressWarnings("unchecked") // a native query knows the class of its rows only at run time
  private static List<Tuple> rows(Query query) {
    return query.getResultList();
  }
}
