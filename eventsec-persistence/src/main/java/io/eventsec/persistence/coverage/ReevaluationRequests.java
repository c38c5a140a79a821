package io.eventsec.persistence.coverage;

import io.eventsec.core.coverage.SourceRange;
import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes in what is asked to be re-evaluated, in the caller's transaction. Of a rule one at a time
 * is open. Not thread-safe.
 */
public final class ReevaluationRequests {
  private static final String ADD =
      """
      insert into reevaluations (id, tenant, rule_id, rule_version, position, requested_by)
      values (:id, :tenant, :rule, :version, 0, cast(nullif(:user, '') as uuid))
      on conflict (tenant, rule_id) where state in ('REQUESTED', 'RUNNING') do nothing""";

  private static final String ADD_RANGES =
      """
      insert into reevaluation_ranges
        (tenant, reevaluation_id, source, from_position, to_position)
      select :tenant, :id, source, cast(from_position as int8), cast(to_position as int8)
      from unnest(cast(:sources as text[]), cast(:from as text[]), cast(:to as text[]))
        as given (source, from_position, to_position)""";

  private final EntityManager entities;

  /** Those behind this entity manager. */
  public ReevaluationRequests(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Takes one in.
   *
   * @return its id; empty if one of the rule is open already, and nothing was written
   */
  public Optional<UUID> add(NewReevaluation asked) {
    UUID id = UUID.randomUUID();
    int added =
        entities
            .createNativeQuery(ADD)
            .setParameter("id", id)
            .setParameter("tenant", asked.tenant().id())
            .setParameter("rule", asked.rule().id())
            .setParameter("version", asked.rule().version())
            .setParameter("user", asked.requestedBy().map(UUID::toString).orElse(""))
            .executeUpdate();
    if (added == 0) {
      return Optional.empty();
    }
    List<SourceRange> ranges = asked.ranges();
    entities
        .createNativeQuery(ADD_RANGES)
        .setParameter("tenant", asked.tenant().id())
        .setParameter("id", id)
        .setParameter("sources", texts(ranges, range -> StorableText.of(range.source())))
        .setParameter("from", texts(ranges, range -> Long.toString(range.from())))
        .setParameter("to", texts(ranges, range -> Long.toString(range.to())))
        .executeUpdate();
    return Optional.of(id);
  }

  private static String[] texts(List<SourceRange> ranges, Function<SourceRange, String> text) {
    return ranges.stream().map(text).toArray(String[]::new);
  }
}
