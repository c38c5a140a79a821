package io.eventsec.app.enrich;

import io.eventsec.core.enrich.EnrichmentStage;
import io.eventsec.core.event.Event;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.persistence.inventory.AssetFacts;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells events what the inventory knows of the hosts that they name: {@code labels.asset_id},
 * {@code labels.asset_criticality}, the highest of them, and {@code labels.asset_owner}. The hosts
 * are those of {@code host.*}; where none is known, those of {@code related.hosts} and {@code
 * related.ip}. Events that have a label of these are left alone. Thread-safe.
 */
final class AssetEnrichment implements EnrichmentStage {
  static final String ID = "labels.asset_id";
  static final String CRITICALITY = "labels.asset_criticality";
  static final String OWNER = "labels.asset_owner";
  private static final int MOST = 10;
  private static final List<String> HOST = List.of("host.name", "host.hostname", "host.ip");
  private static final List<String> RELATED = List.of("related.hosts", "related.ip");

  private final Supplier<AssetDirectory> assets;

  /**
   * With assets that may change while events flow.
   *
   * @param assets what is known now; asked for each event
   */
  AssetEnrichment(Supplier<AssetDirectory> assets) {
    this.assets = assets;
  }

  @Override
  public String name() {
    return "assets";
  }

  @Override
  public Event enrich(Event event) {
    AssetDirectory directory = assets.get();
    if (directory.isEmpty(event.tenant()) || event.ecsFields().containsKey(ID)) {
      return event;
    }
    Set<AssetFacts> named = named(directory, event, HOST);
    if (named.isEmpty()) {
      named = named(directory, event, RELATED);
    }
    return named.isEmpty() ? event : told(event, named);
  }

  private static Set<AssetFacts> named(AssetDirectory directory, Event event, List<String> fields) {
    Set<AssetFacts> found = new LinkedHashSet<>();
    for (String field : fields) {
      for (Object value : values(event, field)) {
        if (value instanceof String name && found.size() < MOST) {
          directory.find(event.tenant(), name).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static List<?> values(Event event, String field) {
    Object value = event.ecsFields().get(field);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }

  private static Event told(Event event, Set<AssetFacts> named) {
    Event.Builder builder = event.toBuilder();
    builder.ecs(ID, one(named.stream().map(AssetFacts::id).toList()));
    named.stream()
        .map(AssetFacts::criticality)
        .max(Comparator.naturalOrder())
        .map(Criticality::name)
        .ifPresent(name -> builder.ecs(CRITICALITY, name.toLowerCase(Locale.ROOT)));
    List<String> owners =
        named.stream().flatMap(asset -> asset.owner().stream()).distinct().toList();
    if (!owners.isEmpty()) {
      builder.ecs(OWNER, one(owners));
    }
    return builder.build();
  }

  private static Object one(List<String> values) {
    return values.size() == 1 ? values.get(0) : values;
  }
}
