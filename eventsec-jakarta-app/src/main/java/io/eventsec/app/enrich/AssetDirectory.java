package io.eventsec.app.enrich;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.inventory.AssetFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Assets by the names and addresses they are known by. Of several that have the same, the first has
 * it. Immutable and thread-safe.
 */
final class AssetDirectory {
  static final AssetDirectory EMPTY = new AssetDirectory(Map.of());

  private final Map<Tenant, Map<String, AssetFacts>> known = new HashMap<>();

  /** Of the assets of each tenant. */
  AssetDirectory(Map<Tenant, List<AssetFacts>> assets) {
    assets.forEach((tenant, some) -> known.put(tenant, named(some)));
  }

  private static Map<String, AssetFacts> named(List<AssetFacts> assets) {
    Map<String, AssetFacts> names = new HashMap<>();
    for (AssetFacts asset : assets) {
      names.putIfAbsent(asset.hostname(), asset);
      asset.addresses().forEach(address -> names.putIfAbsent(address, asset));
    }
    return names;
  }

  boolean isEmpty(Tenant tenant) {
    return !known.containsKey(tenant);
  }

  /** The asset of that name or address. */
  Optional<AssetFacts> find(Tenant tenant, String name) {
    return Optional.ofNullable(
        known.getOrDefault(tenant, Map.of()).get(name.toLowerCase(Locale.ROOT)));
  }
}
