package io.eventsec.core.memory;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.risk.EntityRisk;
import io.eventsec.core.risk.RiskContribution;
import io.eventsec.core.risk.RiskEntity;
import io.eventsec.core.spi.RiskCommit;
import io.eventsec.core.spi.RiskLedger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What entities have collected, in memory; it forgets nothing. */
public final class InMemoryRisk implements RiskLedger {
  private static final int MOST = 1_000;
  private static final Comparator<RiskContribution> NEWEST_FIRST =
      Comparator.comparing(RiskContribution::time)
          .thenComparing(contribution -> contribution.alert().value())
          .reversed();

  private final Map<Key, EntityRisk> entities = new HashMap<>();
  private final Map<Key, List<RiskContribution>> contributions = new HashMap<>();

  private record Key(Tenant tenant, RiskEntity entity) {}

  InMemoryRisk() {}

  /** Counts what the alerts give that have been raised. */
  synchronized void add(RiskCommit commit, Collection<Alert> raised) {
    Set<AlertId> ids = raised.stream().map(Alert::id).collect(Collectors.toSet());
    for (RiskContribution contribution : new LinkedHashSet<>(commit.contributions())) {
      if (ids.contains(contribution.alert())) {
        Key key = new Key(contribution.tenant(), contribution.entity());
        entities.merge(
            key, EntityRisk.of(contribution), (old, more) -> old.plus(more, commit.halfLife()));
        contributions.computeIfAbsent(key, of -> new ArrayList<>()).add(contribution);
      }
    }
  }

  @Override
  public synchronized Optional<EntityRisk> find(Tenant tenant, RiskEntity entity) {
    return Optional.ofNullable(entities.get(new Key(tenant, entity)));
  }

  @Override
  public synchronized List<RiskContribution> contributions(
      Tenant tenant, RiskEntity entity, int most) {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException(
          "Limit " + most + ": ask for 1 to " + MOST + " contributions");
    }
    return contributions.getOrDefault(new Key(tenant, entity), List.of()).stream()
        .sorted(NEWEST_FIRST)
        .limit(most)
        .toList();
  }
}
